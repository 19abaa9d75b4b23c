import { describe, expect, it } from 'vitest'
import {
  createStory,
  findRule,
  NOTHING_USED,
  parseHouse,
  type LastUsed,
  type Template,
} from '../../../src/newsroom/house/index.ts'
import { getBlockText, parseStory, type Story } from '../../../src/newsroom/story/index.ts'
import { aCredit, aHouse, createTestRandom } from '../../support/builders.ts'

const SERIES: Template = {
  id: 'kajian',
  name: 'Kajian',
  headline: 'Kajian {{pokok}}',
  blocks: ['Kajian {{pokok}} digelar.', 'Terbuka untuk umum.', 'Terbuka untuk umum.', 'Sampai jumpa.'],
  tags: ['Kajian'],
  series: true,
}
const house = aHouse({ templates: [SERIES] })
const start = (over: object = {}) =>
  createStory(house, { template: SERIES, random: createTestRandom(4), ...over })
const readTexts = (story: Story) => story.blocks.map(getBlockText)

describe('createStory', () => {
  it('starts with whoever writes, and the desk, in the credit line', () => {
    const start = (person: string, lastUsed: LastUsed = NOTHING_USED) =>
      createStory(aHouse(), { person, lastUsed, random: createTestRandom(4) }).credit
    const writers = { initials: ['bgs'], parting: 'comma' }
    expect(start('bgs')).toEqual({ writers, editors: ['ed'], photo: null, join: 'space' })
    expect(start('bgs', { ...NOTHING_USED, credit: aCredit() })).toEqual({ ...aCredit(), writers })
    expect(start('xx')).toBeNull()
  })

  it('starts with the house’s place and no credit line when nothing was used yet', () => {
    expect(start()).toMatchObject({
      headline: 'Kajian {{pokok}}',
      slug: 'kajian',
      dateline: { place: 'Tirtasari' },
      credit: null,
      tags: ['Kajian'],
    })
  })

  it('starts with the dateline and the credit line that were used last', () => {
    const dateline = { place: 'Rawajaya', site: 'rawajaya.kpu.go.id' }
    const lastUsed = { schema: 1, dateline, credit: aCredit(), values: [], editions: [] } as const
    expect(createStory(house, { lastUsed, random: createTestRandom(4) })).toMatchObject({
      dateline,
      credit: aCredit(),
    })
  })

  it('makes a story that can be stored, even when a paragraph stands twice', () => {
    const story = start()
    expect(parseStory(story)).toEqual(story)
  })

  it('carries a series’ boilerplate, tags and credit line forward, and nothing else', () => {
    const first = start()
    const [lede, second, third, last] = first.blocks
    if (lede === undefined || second === undefined || third === undefined || last === undefined)
      throw new Error()
    const changed = { ...second, runs: [{ text: 'Terbuka bagi ' }, { text: 'pelajar', bold: true as const }] }
    const previous: Story = {
      ...first,
      headline: 'Kajian Logistik',
      blocks: [{ ...lede, runs: [{ text: 'Kajian logistik digelar.' }] }, last, changed],
      credit: aCredit(),
      tags: ['Kajian', 'Rabu'],
    }
    const next = start({ previous, random: createTestRandom(5) })
    expect(readTexts(next)).toEqual([
      'Kajian {{pokok}} digelar.',
      'Terbuka bagi pelajar',
      'Terbuka untuk umum.',
      'Sampai jumpa.',
    ])
    expect(next).toMatchObject({ headline: 'Kajian {{pokok}}', credit: aCredit(), tags: ['Kajian', 'Rabu'] })
    expect(next.blocks[1]).toBe(changed)
  })

  it('takes a paragraph that was changed in the template from there', () => {
    const previous = start()
    const changed = { ...SERIES, blocks: ['Kajian {{pokok}} digelar.', 'Khusus pegawai.'] }
    expect(readTexts(start({ template: changed, previous }))).toEqual([
      'Kajian {{pokok}} digelar.',
      'Khusus pegawai.',
    ])
  })
})

describe('findRule', () => {
  const date = { label: 'hari', kind: 'date', form: 'lede' } as const
  const place = { label: 'hari', kind: 'place' } as const
  const templates = [
    { ...SERIES, id: 'a', blanks: [date] },
    { ...SERIES, id: 'b', blanks: [place] },
  ]

  it.each([
    ['b', 'hari', place],
    ['gone', 'hari', date],
    [undefined, 'hari', date],
    ['a', 'lain', { label: 'lain', kind: 'text' }],
  ])('of a story from %j finds for %j %j', (template, label, rule) => {
    expect(findRule(templates, template, label)).toEqual(rule)
  })
})

describe('a house profile', () => {
  it('may have templates without any of what is new in them', () => {
    const old = { id: 'a', name: 'A', headline: '{{b}}', blocks: ['c'] }
    expect(parseHouse({ ...house, templates: [old] }).templates).toEqual([old])
  })
})
