import { describe, expect, it } from 'vitest'
import {
  createRecap,
  getMonths,
  listAddresses,
  listParts,
  parsePeriod,
  shiftPeriod,
} from '../../../src/newsroom/recap/index.ts'
import { aHouse } from '../../support/builders.ts'
import { codeOf } from '../../support/code-of.ts'
import { aPublished } from './a-published.ts'

const house = aHouse({ templates: [{ id: 'kajian', name: 'Kajian rutin', headline: '', blocks: [] }] })

describe('a period', () => {
  it('is a month or a year, and nothing else', async () => {
    expect(['2025-10', '2025'].map(parsePeriod)).toEqual(['2025-10', '2025'])
    for (const text of ['2025-13', '2025-1', '25', '2025-10-06', 'x', '3025'])
      expect(await codeOf(Promise.resolve().then(() => parsePeriod(text)))).toBe('recap.period-malformed')
  })

  it('has its months, its parts, and one before and after it', () => {
    expect([getMonths('2025-10'), getMonths('2025')]).toEqual([
      { from: '2025-10', to: '2025-10' },
      { from: '2025-01', to: '2025-12' },
    ])
    expect([listParts('2024-02').length, listParts('2025-02').at(-1), listParts('2025').at(-1)]).toEqual([
      29,
      '2025-02-28',
      '2025-12',
    ])
    expect([shiftPeriod('2025-12', 1), shiftPeriod('2025-01', -1), shiftPeriod('2025', -1)]).toEqual([
      '2026-01',
      '2024-12',
      '2024',
    ])
    expect([shiftPeriod('2999', 1), shiftPeriod('1000-01', -1)]).toEqual(['2999', '1000-01'])
  })
})

describe('a recap', () => {
  it('names people and kinds as the house does, and says the day by the office’s clock', () => {
    const published = aPublished({ publishedAt: '2025-10-06T17:30:00.000Z', writers: ['nrl', 'zzz'] })
    const { stories } = createRecap('2025-10', [published], house)
    expect(stories[0]).toMatchObject({
      day: '2025-10-07',
      writers: ['Nurlaila Hapsari', 'zzz'],
      editors: ['Meja redaksi'],
      photographers: ['Bagas Wicaksono'],
      template: 'Kajian rutin',
    })
  })

  it('counts a story for each of its writers once, the most first and those without one last', () => {
    const { totals } = createRecap(
      '2025-10',
      [
        aPublished({ writers: ['bgs'], categories: [] }),
        aPublished({ writers: ['bgs', 'nrl', 'bgs'], place: null, template: null }),
        aPublished({ writers: [], template: 'gone' }),
      ],
      house,
    )
    expect(totals).toMatchObject({
      stories: 3,
      withdrawn: 0,
      writers: [
        { name: 'Bagas Wicaksono', count: 2 },
        { name: 'Nurlaila Hapsari', count: 1 },
        { name: null, count: 1 },
      ],
      templates: [
        { name: 'gone', count: 1 },
        { name: 'Kajian rutin', count: 1 },
        { name: null, count: 1 },
      ],
      categories: [
        { name: 'Kegiatan', count: 2 },
        { name: null, count: 1 },
      ],
      places: [
        { name: 'Tirtasari', count: 2 },
        { name: null, count: 1 },
      ],
      targets: [{ name: 'situs', count: 3 }],
    })
  })

  it('lists a withdrawn story and counts it apart; one that another target still shows counts', () => {
    const gone = { target: 'situs', kind: 'withdraw' as const, at: '2025-10-08T03:00:00.000Z', address: null }
    const shown = { ...gone, target: 'arsip', kind: 'publish' as const, address: 'https://arsip.example/1' }
    const { stories, totals } = createRecap(
      '2025-10',
      [aPublished({ status: 'withdrawn', targets: [gone] }), aPublished({ targets: [gone, shown] })],
      house,
    )
    expect([stories.length, totals.stories, totals.withdrawn, totals.targets]).toEqual([
      ...[2, 1, 1],
      [{ name: 'arsip', count: 1 }],
    ])
    expect(stories.map(listAddresses)).toEqual([[], ['https://arsip.example/1']])
  })

  it('spreads a month over its days and a year over its months', () => {
    const stories = [aPublished(), aPublished({ publishedAt: '2025-10-31T16:59:00.000Z' })]
    const month = createRecap('2025-10', stories, house).totals.parts
    expect(month.filter(({ count }) => count > 0)).toEqual([
      { part: '2025-10-06', count: 1 },
      { part: '2025-10-31', count: 1 },
    ])
    expect(createRecap('2025', stories, house).totals.parts[9]).toEqual({ part: '2025-10', count: 2 })
  })
})
