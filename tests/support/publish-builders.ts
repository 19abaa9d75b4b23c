import { createHash } from 'node:crypto'
import { parseNinjsArticle, type NinjsArticle } from '../../src/newsroom/formats/index.ts'
import type { Digest, Entry, LedgerFacts, Problem } from '../../src/newsroom/publish/index.ts'

/** A draft's id, told apart by a small number. */
export function aDraftId(number = 1): string {
  return `0f2d7c1a-5b3e-4c8d-9a6f-${String(number).padStart(12, '0')}`
}

/** An entry's id, told apart by a small number. */
export function anEntryId(number = 1): string {
  return `7a1e9b04-2c6d-4f3a-8b5c-${String(number).padStart(12, '0')}`
}

export const digest: Digest = (text) => createHash('sha256').update(text).digest('hex')

/** A valid article of our own invention. */
export function anArticle(over: Partial<NinjsArticle> & { readonly number?: number } = {}): NinjsArticle {
  const { number = 1, ...rest } = over
  const text = `Tirtasari, kota-tirtasari.kpu.go.id - Kabar ke-${number} dari kantor. (nrl/ed. Foto: bgs/KPU Kota Tirtasari)`
  return parseNinjsArticle({
    uri: `urn:uuid:${aDraftId(number)}`,
    type: 'text',
    version: '1',
    language: 'id-ID',
    copyrightHolder: 'KPU Kota Tirtasari',
    headlines: [{ contentType: 'text/plain', value: `Kabar ke-${number} dari Tirtasari` }],
    bodies: [
      {
        contentType: 'application/xhtml+xml',
        value: `<div xmlns="http://www.w3.org/1999/xhtml"><p>${text}</p></div>`,
      },
      { contentType: 'text/plain', value: text },
    ],
    slugline: `kabar-ke-${number}-dari-tirtasari`,
    ...rest,
  })
}

/** A problem as an entry keeps it. */
export function aProblem(code = 'publish.outcome-unknown'): Problem {
  return { code, detail: 'reset', at: '2025-11-13T02:00:00.000Z' }
}

/** A queued entry of the first draft for the office's site. */
export function anEntry(over: Partial<Entry> = {}): Entry {
  const order = over.order ?? 0
  return {
    schema: 1,
    id: anEntryId(order),
    kind: 'publish',
    draft: aDraftId(),
    headline: 'Kabar ke-1 dari Tirtasari',
    revision: 1,
    target: 'situs',
    state: 'queued',
    order,
    createdAt: '2025-11-13T01:00:00.000Z',
    attempts: 0,
    failures: 0,
    dueAt: null,
    problem: null,
    seen: null,
    payload:
      over.kind === 'withdraw'
        ? { kind: 'withdrawal', reason: 'Keliru.' }
        : { kind: 'article', article: anArticle() },
    ...over,
  }
}

/** What a target came to hold. */
export function someFacts(over: Partial<LedgerFacts> = {}): LedgerFacts {
  return {
    entry: anEntryId(),
    kind: 'publish',
    target: 'situs',
    revision: 1,
    headline: 'Kabar ke-1 dari Tirtasari',
    sha256: digest('isi'),
    version: '"a1"',
    address: 'http://127.0.0.1/berita/kabar-ke-1',
    attempts: 1,
    at: '2025-11-13T02:00:00.000Z',
    ...over,
  }
}
