import type { Story } from '../story/index.ts'
import type { Elsewhere } from './elsewhere.ts'

/** The version of a stored draft's shape. */
export const DRAFT_SCHEMA = 1

/** Who signed which revision off, and when. It holds for that revision alone. */
export interface SignOff {
  readonly revision: number
  /** The editor's initials. */
  readonly by: string
  readonly at: string
  /** SHA-256 of what was known of the story's photos, for whoever tells whether it still is; left out without photos. */
  readonly photos?: string | undefined
}

/** Where an imported draft came from. `sha256` is of the story's text, so that importing it again is noticed. */
export interface Source {
  readonly file: string
  readonly sha256: string
}

/** A story being worked on. It is one small file; a save costs the same whatever else the library holds. */
export interface Draft {
  readonly schema: typeof DRAFT_SCHEMA
  /** A lower-case UUID: the story's name here and at every target. */
  readonly id: string
  /** Counts acknowledged saves of the story, from 1. */
  readonly revision: number
  /** A counter of the whole library, taken anew at each save: lists are ordered by it, never by the clock. */
  readonly order: number
  readonly createdAt: string
  readonly updatedAt: string
  readonly story: Story
  readonly signOff: SignOff | null
  /** The revision that was sent out for review, or null. */
  readonly inReview: number | null
  readonly trashedAt: string | null
  readonly source: Source | null
  /** The id of the template that it was started from; without one, from none. */
  readonly template?: string | undefined
  /** What other libraries said of it when it was handed over; left out, nothing. */
  readonly elsewhere?: readonly Elsewhere[] | undefined
}

export type ReviewState = 'draft' | 'in-review' | 'approved'

/** The state of the head revision: a sign-off or a review of an earlier one says nothing about it. */
export function getReviewState(draft: Pick<Draft, 'revision' | 'signOff' | 'inReview'>): ReviewState {
  if (draft.signOff?.revision === draft.revision) return 'approved'
  return draft.inReview === draft.revision ? 'in-review' : 'draft'
}

/** What the ledger and the outbox say of a story; `none` leaves the word to the review. */
export type PublicationStatus = 'none' | 'scheduled' | 'queued' | 'published' | 'corrected' | 'withdrawn'

/** Every status a list can show, in the order in which they are tried. */
export const DRAFT_STATUSES = [
  'trashed',
  'withdrawn',
  'scheduled',
  'queued',
  'corrected',
  'published',
  'approved',
  'in-review',
  'draft',
] as const

export type DraftStatus = (typeof DRAFT_STATUSES)[number]

/** The one word a list shows, the first that fits: trashed, then the publication, then the review. */
export function getDraftStatus(draft: Draft, publication: PublicationStatus): DraftStatus {
  if (draft.trashedAt !== null) return 'trashed'
  return publication === 'none' ? getReviewState(draft) : publication
}
