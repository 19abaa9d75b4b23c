import type { DraftStatus } from './draft.ts'

/** What to list. Without a status the trash is left out. */
export interface ListRequest {
  /** Words that must all be there, the last one perhaps unfinished; `"a phrase"` as a whole. */
  readonly query?: string
  readonly status?: DraftStatus
  /** At most this many rows; 50 unless told. */
  readonly limit?: number
  readonly offset?: number
}

/** One line of the list. */
export interface DraftRow {
  readonly id: string
  readonly headline: string
  readonly slug: string
  readonly status: DraftStatus
  readonly revision: number
  readonly updatedAt: string
  readonly words: number
  /** The dateline's place, or null. */
  readonly place: string | null
  /** With a query: the text around the first find, as plain text; finds stand between U+0002 and U+0003. */
  readonly snippet?: string
}

/** One page of the list, newest first, and how many drafts there are in all. */
export interface DraftList {
  readonly total: number
  readonly drafts: readonly DraftRow[]
}

/** What the outbox says of drafts: it overlays what the index knows. */
export type QueuedStatus = 'queued' | 'scheduled'
