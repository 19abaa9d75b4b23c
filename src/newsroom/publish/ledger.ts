import { z } from 'zod'
import { formatCanonicalJson } from '../../base/canonical-json.ts'
import { draftIdSchema, entryKindSchema, instantSchema, type EntryKind } from './entry.ts'

/**
 * What every target is known to hold of one story. Each record carries the digest of itself and of the one before, so
 * that a record which was changed, taken out, moved or cut off is noticed: the ledger is what the office goes by when
 * it says that a story was published once.
 */
export interface Ledger {
  readonly schema: 1
  readonly draft: string
  /** The three that follow are derived from the records, for people and for the list of drafts. */
  readonly headline: string
  readonly status: LedgerStatus
  readonly publication: Publication
  readonly records: readonly LedgerRecord[]
  /** The last record's hash, kept apart from it, so that a cut end is noticed; null before the first record. */
  readonly head: string | null
}

/** What a target came to hold, and by which entry. */
export interface LedgerFacts {
  readonly entry: string
  readonly kind: EntryKind
  readonly target: string
  readonly revision: number
  readonly headline: string
  /** SHA-256 of what was sent, in canonical form. */
  readonly sha256: string
  /** The target's opaque version; null when a story to be withdrawn was found gone. */
  readonly version: string | null
  readonly address: string | null
  /** How many writes left for it. */
  readonly attempts: number
  readonly at: string
}

export interface LedgerRecord extends LedgerFacts {
  /** The hash of the record before, or null in the first. */
  readonly previous: string | null
  /** SHA-256 of the draft's id and the rest of this record, in canonical form. */
  readonly hash: string
}

/** SHA-256 of a text's UTF-8 bytes, as 64 lower-case hex digits. */
export type Digest = (text: string) => string

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/)

const ledgerSchema = z.strictObject({
  schema: z.literal(1),
  draft: draftIdSchema,
  headline: z.string(),
  status: z.enum(['none', 'published', 'corrected', 'withdrawn']),
  publication: z.enum(['none', 'partial', 'public', 'withdrawn']),
  records: z.array(
    z.strictObject({
      entry: draftIdSchema,
      kind: entryKindSchema,
      target: z.string().min(1),
      revision: z.int().min(1),
      headline: z.string(),
      sha256: sha256Schema,
      version: z.string().nullable(),
      address: z.string().nullable(),
      attempts: z.int().min(0),
      at: instantSchema,
      previous: sha256Schema.nullable(),
      hash: sha256Schema,
    }),
  ),
  head: sha256Schema.nullable(),
})

/** Reads a ledger from untrusted data. Throws zod's error, which names the place, when it is not one. */
export function parseLedger(value: unknown): Ledger {
  return ledgerSchema.parse(value)
}

/** The ledger of a story of which nothing is known. */
export function createLedger(draft: string): Ledger {
  return { schema: 1, draft, ...summariseRecords([]), records: [], head: null }
}

/** The ledger with one more record. */
export function appendRecord(ledger: Ledger, facts: LedgerFacts, digest: Digest): Ledger {
  const linked = { ...facts, previous: ledger.head }
  const hash = computeHash(ledger.draft, linked, digest)
  const records = [...ledger.records, { ...linked, hash }]
  return { ...ledger, ...summariseRecords(records), records, head: hash }
}

/** What is wrong with a ledger, and at which record (from 0). `summary`: what is derived does not follow from them. */
export interface LedgerFault {
  readonly kind: 'changed' | 'missing' | 'reordered' | 'cut' | 'summary'
  readonly index: number
}

/** Checks a ledger's chain and what is derived from it; an empty list when both stand. */
export function verifyLedger(ledger: Ledger, digest: Digest): readonly LedgerFault[] {
  const { records, head, draft } = ledger
  const faults: LedgerFault[] = []
  const hashes = new Set(records.map((record) => record.hash))
  const compare = (
    found: string | null,
    expected: string | null,
    gap: 'missing' | 'cut',
    index: number,
  ): void => {
    if (found === expected) return
    const isHere = found === null || hashes.has(found)
    faults.push({ kind: isHere ? 'reordered' : gap, index })
  }
  records.forEach((record, index) => {
    if (computeHash(draft, record, digest) !== record.hash) faults.push({ kind: 'changed', index })
    compare(record.previous, records[index - 1]?.hash ?? null, 'missing', index)
  })
  compare(head, records.at(-1)?.hash ?? null, 'cut', records.length)
  const { headline, status, publication } = ledger
  const told = formatCanonicalJson({ headline, status, publication })
  if (told !== formatCanonicalJson(summariseRecords(records)))
    faults.push({ kind: 'summary', index: records.length })
  return faults
}

/** What a target is known to hold: its newest record, or null. */
export function getHolding(ledger: Ledger, target: string): LedgerRecord | null {
  return ledger.records.findLast((record) => record.target === target) ?? null
}

/** The newest record of every target that ever held the story, in the order of their first. */
export function listHoldings(records: readonly LedgerRecord[]): readonly LedgerRecord[] {
  const newest = new Map<string, LedgerRecord>()
  for (const record of records) newest.set(record.target, record)
  return [...newest.values()]
}

/** The one word for a story: withdrawn once no target shows it; corrected when one shows a correction. */
export type LedgerStatus = 'none' | 'published' | 'corrected' | 'withdrawn'

/** Where a story stands. `partial`: only some of the targets that ever held it, or that it waits for, show it. */
export type Publication = 'none' | 'partial' | 'public' | 'withdrawn'

/** Where a story stands, when it also waits for some targets. */
export function derivePublication(records: readonly LedgerRecord[], waiting: readonly string[]): Publication {
  const holdings = listHoldings(records)
  if (holdings.length === 0) return 'none'
  const shown = holdings.filter((record) => record.kind !== 'withdraw').length
  if (shown === 0) return 'withdrawn'
  const all = new Set([...holdings.map((record) => record.target), ...waiting])
  return shown === all.size ? 'public' : 'partial'
}

/** The one word for a story's records. */
export function deriveLedgerStatus(records: readonly LedgerRecord[]): LedgerStatus {
  const holdings = listHoldings(records)
  if (holdings.length === 0) return 'none'
  if (holdings.every((record) => record.kind === 'withdraw')) return 'withdrawn'
  return holdings.some((record) => record.kind === 'correct') ? 'corrected' : 'published'
}

function summariseRecords(
  records: readonly LedgerRecord[],
): Pick<Ledger, 'headline' | 'status' | 'publication'> {
  const headline = records.at(-1)?.headline ?? ''
  return { headline, status: deriveLedgerStatus(records), publication: derivePublication(records, []) }
}

function computeHash(
  draft: string,
  record: LedgerFacts & { readonly previous: string | null },
  digest: Digest,
): string {
  const { entry, kind, target, revision, headline, sha256, version, address, attempts, at, previous } = record
  const facts = { entry, kind, target, revision, headline, sha256, version, address, attempts, at, previous }
  return digest(formatCanonicalJson({ draft, ...facts }))
}
