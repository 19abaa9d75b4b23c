import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { encodeSealed } from '../../../../src/base/node/seal.ts'
import { createUuid, type RandomBytes } from '../../../../src/base/ids.ts'
import { createFirstDraft } from '../../../../src/newsroom/drafts/revise.ts'
import {
  DRAFT_STATUSES,
  getDraftStatus,
  type Draft,
  type DraftStatus,
  type PublicationStatus,
  type QueuedStatus,
} from '../../../../src/newsroom/drafts/index.ts'
import type { UpdateListener } from '../../../../src/newsroom/drafts/node/index-update.ts'
import { openLibraryIndex, type LibraryIndex } from '../../../../src/newsroom/drafts/node/library-index.ts'
import { getBlockText } from '../../../../src/newsroom/story/index.ts'
import { aStory, createTestRandom } from '../../../support/builders.ts'

/** List and search over two thousand drafts, against a plain walk over all of them. */
const COUNT = 2000
const WORDS =
  'pleno rapat pemilih tetap daftar bawaslu kota tirtasari sosialisasi pendidikan café naïve kota-tirtasari.kpu.go.id KPU 2025 Jumat'.split(
    ' ',
  )

interface Known {
  readonly draft: Draft
  readonly publication: PublicationStatus
}

const silent: UpdateListener = { onWarning: () => {}, onProgress: () => {} }
const known: Known[] = []
let index: LibraryIndex
let queued: ReadonlyMap<string, QueuedStatus> = new Map()

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'redaksi-'))
  await mkdir(join(folder, 'ledger'))
  const random = createTestRandom(5)
  for (let order = 1; order <= COUNT; order += 1) {
    const each = aKnownDraft(order, random)
    known.push(each)
    const { id } = each.draft
    await mkdir(join(folder, 'drafts', id), { recursive: true })
    await writeFile(join(folder, 'drafts', id, 'draft.json'), encodeSealed(each.draft))
    if (each.publication === 'none') continue
    await writeFile(join(folder, 'ledger', `${id}.json`), JSON.stringify({ status: each.publication }))
  }
  index = await openLibraryIndex(folder, 'write', silent)
  return async () => {
    index.close()
    await rm(folder, { recursive: true })
  }
}, 120_000)

/** A draft of words drawn from a few, in some state of review, trash and publication. */
function aKnownDraft(order: number, random: RandomBytes): Known {
  const draw = (below: number) => (random(2)[1] ?? 0) % below
  const words = (count: number) => Array.from({ length: count }, () => WORDS[draw(WORDS.length)]).join(' ')
  const headline = `${words(4)} nomor${order}`
  const story = aStory({ headline, slug: `s-${order}`, blocks: [words(12), words(9)], tags: [words(1)] })
  const first = createFirstDraft({
    id: createUuid(random),
    order,
    at: '2025-11-14T02:00:00.000Z',
    story,
    source: null,
  })
  const state = draw(12)
  const draft: Draft = {
    ...first,
    trashedAt: state === 0 ? first.createdAt : null,
    inReview: state === 1 ? 1 : null,
    signOff: state > 7 ? { revision: 1, by: 'ed', at: first.createdAt } : null,
  }
  return { draft, publication: (['published', 'corrected', 'withdrawn'] as const)[draw(12)] ?? 'none' }
}

/** The status by the rule itself: the outbox's word stands above what the ledger says, but for a withdrawal. */
function getStatus({ draft, publication }: Known): DraftStatus {
  return getDraftStatus(
    draft,
    publication === 'withdrawn' ? publication : (queued.get(draft.id) ?? publication),
  )
}

/** Letters and digits as they are searched: no case, no accents, in words. */
function split(text: string): string[] {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return plain.match(/[\p{L}\p{N}]+/gu) ?? []
}

const prepared = new Map<string, readonly string[]>()

/** A draft's columns as searched, with a blank at both ends. */
function prepare({ id, story }: Draft): readonly string[] {
  const body = story.blocks.map(getBlockText).join('\n')
  const columns = [
    story.headline,
    body,
    story.tags.join(' '),
    'nrl ed bgs KPU Kota Tirtasari',
    'Tirtasari kota-tirtasari.kpu.go.id',
  ]
  const texts = prepared.get(id) ?? columns.map((column) => ` ${split(column).join(' ')} `)
  prepared.set(id, texts)
  return texts
}

function matches({ draft }: Known, query: string): boolean {
  const terms = [...query.matchAll(/"([^"]*)"|\S+/g)].map(([whole, phrase]) => ({
    words: split(phrase ?? whole),
    isPhrase: phrase !== undefined,
  }))
  const searched = terms.filter((term) => term.words.length > 0)
  return searched.every(({ words, isPhrase }, i) => {
    const isPrefix = !isPhrase && i === searched.length - 1
    return prepare(draft).some((text) => text.includes(` ${words.join(' ')}${isPrefix ? '' : ' '}`))
  })
}

function expectSame(query: string, status: DraftStatus | undefined): void {
  const request = { query, limit: 100, ...(status === undefined ? {} : { status }) }
  const expected = known
    .filter((each) => (status === undefined ? getStatus(each) !== 'trashed' : getStatus(each) === status))
    .filter((each) => matches(each, query))
    .toReversed()
  const { total, drafts } = index.list(request)
  expect({
    query,
    status,
    total,
    ids: drafts.map((row) => row.id),
    statuses: drafts.map((row) => row.status),
  }).toEqual({
    query,
    status,
    total: expected.length,
    ids: expected.slice(0, 100).map((each) => each.draft.id),
    statuses: expected.slice(0, 100).map(getStatus),
  })
}

const QUERIES = [
  '',
  'pleno',
  'ple',
  'p',
  'PLENO Rapat',
  'rapat pleno nomor1',
  '"rapat pleno"',
  '"rapat pleno" daftar',
  'cafe',
  'CAFÉ naive',
  'kota-tirtasari.kpu.go.id',
  'kpu.go',
  'nomor1999',
  'bgs',
  'tidakada',
  'pleno tidakada',
  '!!! --- ???',
]

describe('list and search over 2,000 drafts', () => {
  for (const overlay of [false, true]) {
    it(`agree with a walk over all drafts, ${overlay ? 'with' : 'without'} an outbox`, () => {
      const words = ['queued', 'scheduled'] as const
      queued = new Map(
        overlay
          ? known.filter((_, i) => i % 37 === 0).map((each, i) => [each.draft.id, words[i % 2] ?? 'queued'])
          : [],
      )
      index.setQueuedStatuses(queued)
      for (const query of QUERIES)
        for (const status of [undefined, ...DRAFT_STATUSES]) expectSame(query, status)
    })
  }

  it('comes in pages', () => {
    queued = new Map()
    index.setQueuedStatuses(queued)
    const all = index.list({ limit: COUNT }).drafts.map((row) => row.id)
    const pages = Array.from({ length: 40 }, (_, page) => index.list({ limit: 50, offset: page * 50 }).drafts)
    expect(pages.flat().map((row) => row.id)).toEqual(all)
    expect([
      index.list({}).drafts.length,
      index.list({ limit: 0 }).drafts.length,
      index.list({ offset: 5000 }).drafts,
    ]).toEqual([50, 0, []])
  })

  it('shows where a word was found, in marks that are not part of any text', () => {
    const [row] = index.list({ query: 'nomor1234' }).drafts
    expect(row?.snippet).toContain('\u0002nomor1234\u0003')
    expect(index.list({ query: '' }).drafts[0]).not.toHaveProperty('snippet')
  })

  it('takes whatever is typed for words, never for an operator or an error', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '"',
        '*',
        '(',
        ')',
        '^',
        ':',
        '-',
        '+',
        '{',
        '}',
        'AND',
        'OR',
        'NOT',
        'NEAR(',
        'headline:',
        'pleno',
        ' ',
        '\0',
        '\ud800',
        '“',
        "'",
        '\\',
        ';',
        '%',
        'é',
        '\u0301',
        '०',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const { total, drafts } = index.list({ query: pieces.join(''), limit: 3 })
        expect(drafts.length).toBeLessThanOrEqual(total)
      }),
      { numRuns: 300 },
    )
    expect(index.list({ query: 'pleno '.repeat(100_000) }).total).toBeGreaterThan(0)
    expect(index.list({ query: 'x'.repeat(1_000_000) }).total).toBe(0)
  })
})
