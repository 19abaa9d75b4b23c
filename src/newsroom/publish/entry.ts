import type { NinjsArticle } from '../formats/index.ts'

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
  /** How many requests have left for it. */
  readonly attempts: number
  /** Not to be tried before this instant (ISO), or null. */
  readonly dueAt: string | null
  readonly problem: Problem | null
  /** What is sent: the article, or the reason for readers of a withdrawal. */
  readonly payload:
    | { readonly kind: 'article'; readonly article: NinjsArticle }
    | { readonly kind: 'withdrawal'; readonly reason: string }
}
