import type { Draft } from './draft.ts'
import type { RevisionName } from './revision-names.ts'
import type { Snapshot } from './snapshot.ts'

/** A draft with all that is kept of its past, as it goes from one library to another. */
export interface KeptDraft {
  readonly draft: Draft
  /** Oldest first; the last one is the draft as it is now. */
  readonly snapshots: readonly Snapshot[]
  readonly names: readonly RevisionName[]
}

/** What a draft becomes by a colleague's. Numbers of revisions are this library's already. */
export interface JoinRequest extends Omit<KeptDraft, 'draft'> {
  /** The revision that the person has compared with. */
  readonly baseRevision: number
  /** The new head; its revision is above every kept one. */
  readonly head: Pick<Draft, 'revision' | 'updatedAt' | 'story' | 'signOff' | 'inReview' | 'elsewhere'>
}
