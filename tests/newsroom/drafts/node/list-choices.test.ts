import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { encodeSealed } from '../../../../src/base/node/seal.ts'
import { createUuid, type RandomBytes } from '../../../../src/base/ids.ts'
import { createFirstDraft } from '../../../../src/newsroom/drafts/revise.ts'
import {
  LIST_SORTS,
  type Draft,
  type ListFilter,
  type ListSort,
} from '../../../../src/newsroom/drafts/index.ts'
import { countWords } from '../../../../src/newsroom/drafts/words.ts'
import { openLibraryIndex, type LibraryIndex } from '../../../../src/newsroom/drafts/node/library-index.ts'
import { aCredit, aHouse, aStory, createTestRandom } from '../../../support/builders.ts'

/** Filters, their choices and the orders over four hundred drafts, against a plain walk over all of them. */
const COUNT = 400
const PLACES = ['Tirtasari', 'Rawajaya', 'Sendangrejo', ''] as const
const WRITERS = [['nrl'], ['bgs'], ['nrl', 'bgs'], ['rw', 'nrl']] as const
const EVENTS = ['2025-10-31', '2025-11-01', '2025-11-13', null] as const
/** The last is the first of December by the office's clock. */
const CHANGES = ['2025-11-14T02:00:00.000Z', '2025-11-30T16:59:00.000Z', '2025-11-30T17:30:00.000Z'] as const
const HEADLINES = ['pleno', 'Audiensi', 'Cek Gudang', 'audit', ''] as const

const known: Draft[] = []
let index: LibraryIndex

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'redaksi-'))
  const random = createTestRandom(11)
  await writeFile(join(folder, 'house.json'), JSON.stringify(aHouse()))
  for (let order = 1; order <= COUNT; order += 1) {
    const draft = aKnownDraft(order, random)
    known.push(draft)
    await mkdir(join(folder, 'drafts', draft.id), { recursive: true })
    await writeFile(join(folder, 'drafts', draft.id, 'draft.json'), encodeSealed(draft))
  }
  index = await openLibraryIndex(folder, 'write', { onWarning: () => {}, onProgress: () => {} })
  return async () => {
    index.close()
    await rm(folder, { recursive: true })
  }
}, 60_000)

function aKnownDraft(order: number, random: RandomBytes): Draft {
  const draw = <T>(of: readonly T[]): T => of[(random(1)[0] ?? 0) % of.length] as T
  const [place, event, initials] = [draw(PLACES), draw(EVENTS), draw(WRITERS)]
  const story = aStory({
    headline: draw(HEADLINES),
    dateline: place === '' ? null : { place, site: 'kota-tirtasari.kpu.go.id' },
    event: event === null ? null : { date: event, year: 'stated' },
    credit: aCredit({ writers: { initials, parting: 'comma' } }),
    blocks: ['satu '.repeat(1 + ((random(1)[0] ?? 0) % 9))],
  })
  const draft = createFirstDraft({ id: createUuid(random), order, at: draw(CHANGES), story, source: null })
  const isTrashed = (random(1)[0] ?? 0) % 8 === 0
  return { ...draft, trashedAt: isTrashed ? '2025-12-02T00:00:00.000Z' : null }
}

function getMonth({ story, updatedAt }: Draft): string {
  if (story.event !== null) return story.event.date.slice(0, 7)
  return updatedAt === CHANGES[2] ? '2025-12' : '2025-11'
}

function isMeant(draft: Draft, { query = '', status, place, writer, month }: ListFilter): boolean {
  const { story, trashedAt } = draft
  return (
    (trashedAt !== null) === (status === 'trashed') &&
    (place === undefined || story.dateline?.place === place) &&
    (writer === undefined || (story.credit?.writers.initials.includes(writer) ?? false)) &&
    (month === undefined || getMonth(draft) === month) &&
    story.headline.toLowerCase().startsWith(query)
  )
}

const FILTERS: readonly ListFilter[] = [
  {},
  { place: 'Rawajaya' },
  { writer: 'nrl' },
  { month: '2025-12' },
  { place: 'Tirtasari', writer: 'bgs', month: '2025-11' },
  { status: 'trashed', writer: 'rw' },
  { query: 'aud', place: 'Sendangrejo' },
  { query: 'pleno', month: '2025-10', writer: 'nrl' },
  { place: 'Tidak Ada' },
]

/** What stands before what, in each order. */
const COMPARE: Readonly<Record<ListSort, (a: Draft, b: Draft) => number>> = {
  newest: (a, b) => b.order - a.order,
  headline: (a, b) => {
    const [one, other] = [a.story.headline.toLowerCase(), b.story.headline.toLowerCase()]
    if ((one === '') !== (other === '')) return one === '' ? 1 : -1
    return one === other ? a.order - b.order : one < other ? -1 : 1
  },
  event: (a, b) => {
    const [one, other] = [a.story.event?.date ?? '', b.story.event?.date ?? '']
    return one === other ? b.order - a.order : one < other ? 1 : -1
  },
  length: (a, b) => countWords(b.story) - countWords(a.story) || b.order - a.order,
}

describe('the list, narrowed and ordered', () => {
  for (const sort of LIST_SORTS) {
    it(`agrees with a walk over all drafts, by ${sort}`, () => {
      for (const filter of FILTERS) {
        const ids = known
          .filter((draft) => isMeant(draft, filter))
          .sort(COMPARE[sort])
          .map(({ id }) => id)
        const { total, drafts } = index.list({ ...filter, sort, limit: 30, offset: 10 })
        const page = drafts.map(({ id }) => id)
        expect({ filter, total, page }).toEqual({ filter, total: ids.length, page: ids.slice(10, 40) })
        expect(index.listIds({ ...filter, sort })).toEqual(ids)
      }
    })
  }
})

describe('the choices', () => {
  it('are counted among the drafts that the other filters leave', () => {
    for (const filter of FILTERS) {
      const { places, writers, months, statuses } = index.listChoices(filter)
      const count = (over: ListFilter) =>
        known.filter((draft) => isMeant(draft, { ...filter, ...over })).length
      for (const { value, count: told } of places)
        expect([value, told]).toEqual([value, count({ place: value })])
      for (const { value, count: told } of writers)
        expect([value, told]).toEqual([value, count({ writer: value })])
      for (const { value, count: told } of months)
        expect([value, told]).toEqual([value, count({ month: value })])
      expect(months.map(({ value }) => value)).toEqual(
        months
          .map(({ value }) => value)
          .toSorted()
          .toReversed(),
      )
      const trashed = statuses.find(({ value }) => value === 'trashed')?.count ?? 0
      expect(trashed).toBe(count({ status: 'trashed' }))
    }
    const all = index.listChoices({})
    expect(all.places.map(({ value }) => value).toSorted()).toEqual(['Rawajaya', 'Sendangrejo', 'Tirtasari'])
    expect(all.writers.map(({ value }) => value).toSorted()).toEqual(['bgs', 'nrl', 'rw'])
    expect(all.months.map(({ value }) => value)).toEqual(['2025-12', '2025-11', '2025-10'])
  })
})

describe('what is found', () => {
  it('is marked in the headline and in the text around it', () => {
    const [row] = index.list({ query: 'audiensi' }).drafts
    expect(row).toMatchObject({ headline: 'Audiensi', found: '\u0002Audiensi\u0003' })
    const [inText] = index.list({ query: 'satu' }).drafts
    expect(inText?.snippet).toMatch(/^\u0002satu\u0003/)
  })
})
