import { z } from 'zod'
import { ninjsArticleSchema, type NinjsArticle } from '../formats/index.ts'

/**
 * The outbox promises the office: nothing is published twice, early or by mistake.
 * An entry is on disk before its first byte is sent and after every answer; what fails is parked, never deleted.
 */
export type EntryKind = 'publish' | 'correct' | 'withdraw'

/**
 * queued: waits for its turn or its time. sending: a request is out. unknown: its answer never came; the target is
 * asked what it holds before anything is sent again. done: the target holds it. parked: a person must decide.
 * paused: its target refuses our credentials; the queue is kept.
 */
export type EntryState = 'queued' | 'sending' | 'unknown' | 'done' | 'parked' | 'paused'

/** Why an entry is not done: a code of `publish`, and the target's own words as plain text. */
export interface Problem {
  readonly code: string
  readonly detail: string
  readonly at: string
}

/** What is sent: the article, or the reason for readers of a withdrawal. */
export type Payload =
  | { readonly kind: 'article'; readonly article: NinjsArticle }
  | { readonly kind: 'withdrawal'; readonly reason: string }

export interface Entry {
  readonly schema: 1
  /** A UUID. */
  readonly id: string
  readonly kind: EntryKind
  readonly draft: string
  readonly headline: string
  /** The revision it carries; for a withdrawal the last one published. */
  readonly revision: number
  readonly target: string
  readonly state: EntryState
  /** The outbox's counter: it orders the entries of one story on one target. */
  readonly order: number
  readonly createdAt: string
  /** How many writes may have left for it. From the first on, the target is asked before another one leaves. */
  readonly attempts: number
  /** Tries in a row that settled nothing: the exponent of the backoff. */
  readonly failures: number
  /** Not to be tried before this instant (ISO), or null. */
  readonly dueAt: string | null
  readonly problem: Problem | null
  /** After a conflict: the version the target was seen to hold (null: nothing). A retry agrees to replace it. */
  readonly seen: { readonly version: string | null } | null
  readonly payload: Payload
}

/** What is told of an entry. Done ones have left the outbox and are told from the ledger. */
export interface EntrySummary {
  readonly id: string
  readonly kind: EntryKind
  readonly draft: string
  readonly headline: string
  readonly revision: number
  readonly target: string
  readonly state: EntryState
  readonly attempts: number
  readonly dueAt: string | null
  readonly problem: Problem | null
  /** The public address, once the target holds it and has one. */
  readonly address: string | null
}

/** The numbers of one run. `entries` are those that got done, and all that are still in the outbox. */
export interface SyncReport {
  /** Entries for which a write has left. */
  readonly sent: number
  readonly done: number
  readonly unknown: number
  readonly parked: number
  /** Entries queued or paused. */
  readonly waiting: number
  readonly entries: readonly EntrySummary[]
}

/** The parsers of an entry's parts, which the ledger's records share. */
export const entryKindSchema = z.enum(['publish', 'correct', 'withdraw'])
export const draftIdSchema = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
export const instantSchema = z.iso.datetime()

const entrySchema = z.strictObject({
  schema: z.literal(1),
  id: draftIdSchema,
  kind: entryKindSchema,
  draft: draftIdSchema,
  headline: z.string(),
  revision: z.int().min(1),
  target: z.string().min(1),
  state: z.enum(['queued', 'sending', 'unknown', 'done', 'parked', 'paused']),
  order: z.int().min(0),
  createdAt: instantSchema,
  attempts: z.int().min(0),
  failures: z.int().min(0),
  dueAt: instantSchema.nullable(),
  problem: z.strictObject({ code: z.string(), detail: z.string(), at: instantSchema }).nullable(),
  seen: z.strictObject({ version: z.string().nullable() }).nullable(),
  payload: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('article'), article: ninjsArticleSchema }),
    z.strictObject({ kind: z.literal('withdrawal'), reason: z.string() }),
  ]),
})

/** Reads an entry from untrusted data. Throws zod's error, which names the place, when it is not one. */
export function parseEntry(value: unknown): Entry {
  return entrySchema.parse(value)
}

/** What is told of an entry in the outbox. On a paused target, what is queued waits with it and is told as paused. */
export function summariseEntry(entry: Entry, isTargetPaused: boolean): EntrySummary {
  const { id, kind, draft, headline, revision, target, attempts, dueAt, problem } = entry
  const state = entry.state === 'queued' && isTargetPaused ? 'paused' : entry.state
  return { id, kind, draft, headline, revision, target, state, attempts, dueAt, problem, address: null }
}
