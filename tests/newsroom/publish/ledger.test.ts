import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  appendRecord,
  createLedger,
  derivePublication,
  getHolding,
  parseLedger,
  verifyLedger,
  type Digest,
  type Ledger,
  type LedgerFacts,
} from '../../../src/newsroom/publish/index.ts'
import { aDraftId, anEntryId, digest, someFacts } from '../../support/publish-builders.ts'

const write = (...facts: readonly Partial<LedgerFacts>[]): Ledger =>
  facts.reduce<Ledger>(
    (ledger, each) => appendRecord(ledger, someFacts(each), digest),
    createLedger(aDraftId()),
  )

const THREE = write(
  { target: 'situs' },
  { target: 'arsip', entry: anEntryId(2), version: null, address: null },
  { target: 'situs', kind: 'correct', entry: anEntryId(3), revision: 2 },
)

const kinds = (ledger: Ledger) => verifyLedger(ledger, digest).map((fault) => fault.kind)

describe('verifyLedger', () => {
  it('finds nothing wrong with what was written, before and after the disk', () => {
    expect([kinds(THREE), kinds(parseLedger(JSON.parse(JSON.stringify(THREE))))]).toEqual([[], []])
  })

  it('names what was changed, taken out, moved and cut off', () => {
    const [first, second, third] = THREE.records
    if (first === undefined || second === undefined || third === undefined) throw new Error('three records')
    const faults = [
      { ...THREE, records: [first, { ...second, revision: 9 }, third] },
      { ...THREE, records: [first, third] },
      { ...THREE, records: [second, first, third] },
      { ...THREE, records: [first, second] },
      { ...THREE, records: [] },
      { ...THREE, draft: aDraftId(2) },
    ].map((ledger) => [...new Set(kinds(ledger))])
    expect(faults).toEqual([
      ['changed'],
      ['missing'],
      ['reordered'],
      ['cut', 'summary'],
      ['cut', 'summary'],
      ['changed'],
    ])
  })

  it('notices the change of any single field, in records and above them', () => {
    const places = listLeaves(THREE)
    expect(places.length).toBeGreaterThan(40)
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.anything(), (place, value) => {
        const changed = setLeaf(THREE, place, value)
        if (JSON.stringify(changed) === JSON.stringify(THREE)) return
        expect(isNoticed(changed, digest)).toBe(true)
      }),
      { numRuns: 500 },
    )
    for (const place of places) {
      for (const value of [
        'lain',
        null,
        7,
        'a'.repeat(64),
        '2020-01-01T00:00:00.000Z',
        aDraftId(9),
        'none',
      ]) {
        const changed = setLeaf(THREE, place, value)
        if (JSON.stringify(changed) !== JSON.stringify(THREE))
          expect([place, isNoticed(changed, digest)]).toEqual([place, true])
      }
    }
  })

  it('would not notice with a digest that looks at nothing', () => {
    const blind: Digest = () => 'f'.repeat(64)
    const ledger = appendRecord(createLedger(aDraftId()), someFacts(), blind)
    expect(isNoticed(setLeaf(ledger, ['records', 0, 'revision'], 5), blind)).toBe(false)
  })
})

describe('getHolding', () => {
  it('is the newest record of a target', () => {
    expect([
      getHolding(THREE, 'situs')?.revision,
      getHolding(THREE, 'arsip')?.revision,
      getHolding(THREE, 'lain'),
    ]).toEqual([2, 1, null])
  })
})

describe('what a ledger says of its story', () => {
  const withdrawn = { kind: 'withdraw' as const }
  it.each<[string, readonly Partial<LedgerFacts>[], readonly string[], string, string]>([
    ['nothing yet', [], ['situs'], 'none', 'none'],
    ['on its only target', [{}], [], 'published', 'public'],
    ['on one, waiting for another', [{}], ['arsip'], 'published', 'partial'],
    ['on both', [{}, { target: 'arsip' }], [], 'published', 'public'],
    ['corrected on one', [{}, { target: 'arsip' }, { kind: 'correct' }], [], 'corrected', 'public'],
    ['withdrawn from one of two', [{}, { target: 'arsip' }, withdrawn], [], 'published', 'partial'],
    ['withdrawn from all', [{}, withdrawn], [], 'withdrawn', 'withdrawn'],
    ['withdrawn, and waiting to come back', [{}, withdrawn], ['situs'], 'withdrawn', 'withdrawn'],
    ['published again', [{}, withdrawn, { revision: 2 }], [], 'published', 'public'],
  ])('%s', (_, facts, waiting, status, publication) => {
    const ledger = write(...facts)
    expect([ledger.status, derivePublication(ledger.records, waiting)]).toEqual([status, publication])
  })

  it('carries the newest headline', () => {
    expect(write({}, { headline: 'Judul baru' }).headline).toBe('Judul baru')
  })
})

type Place = readonly (string | number)[]

function isNoticed(value: unknown, by: Digest): boolean {
  try {
    return verifyLedger(parseLedger(value), by).length > 0
  } catch {
    return true
  }
}

function listLeaves(value: unknown, place: Place = []): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [place]
  return Object.entries(value).flatMap(([key, each]) =>
    listLeaves(each, [...place, Array.isArray(value) ? Number(key) : key]),
  )
}

function setLeaf(whole: unknown, place: Place, value: unknown): unknown {
  const copy: unknown = structuredClone(whole)
  let node = copy
  for (const key of place.slice(0, -1)) node = Reflect.get(Object(node), key)
  Reflect.set(Object(node), place.at(-1) ?? '', value)
  return copy
}
