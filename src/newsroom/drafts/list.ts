import type { DraftStatus } from './draft.ts'

/** Which drafts are meant: each that is given narrows. Without a status the trash is left out. */
export interface ListFilter {
  /** Words that must all be there, the last one perhaps unfinished; `"a phrase"` as a whole. */
  readonly query?: string
  readonly status?: DraftStatus
  /** The dateline's place, as it is written there. */
  readonly place?: string
  /** One of the writers, by the initials in the credit line. */
  readonly writer?: string
  /** `YYYY-MM`: of the event, and without one of the last change, by the office's clock. */
  readonly month?: string
}

/**
 * The orders of the list. `newest`: saved last first. `headline`: by the alphabet, drafts without one last. `event`: the
 * latest event first, drafts without one last. `length`: the longest first.
 */
export const LIST_SORTS = ['newest', 'headline', 'event', 'length'] as const

export type ListSort = (typeof LIST_SORTS)[number]

/** What to list. */
export interface ListRequest extends ListFilter {
  /** `newest` unless told. */
  readonly sort?: ListSort
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
  readonly trashedAt: string | null
  /** A target is known to show it. */
  readonly isPublic: boolean
  /** It is one of the samples that came with the library. */
  readonly isSample?: boolean
  /** With a query: the text around the first find, as plain text; finds stand between U+0002 and U+0003. */
  readonly snippet?: string
  /** With a query: the headline, its finds marked in the same way. */
  readonly found?: string
}

/** One page of the list, and how many drafts there are in all. */
export interface DraftList {
  readonly total: number
  readonly drafts: readonly DraftRow[]
}

/** Something that the list can be narrowed to, and how many drafts would be left. */
export interface ListChoice<Value extends string = string> {
  readonly value: Value
  readonly count: number
}

/**
 * What is in the library to choose from. Each dimension is counted among the drafts that the other ones leave; what
 * would leave none is not offered. Places and writers come with the most frequent first, months with the latest.
 */
export interface ListChoices {
  readonly statuses: readonly ListChoice<DraftStatus>[]
  readonly places: readonly ListChoice[]
  readonly writers: readonly ListChoice[]
  readonly months: readonly ListChoice[]
}

/** What the outbox says of drafts: it overlays what the index knows. */
export type QueuedStatus = 'queued' | 'scheduled'
