import type { Elsewhere } from '../drafts/index.ts'
import type { Story } from '../story/index.ts'
import type { HandoverCase } from './lineage.ts'
import type { HandoverSender } from './manifest.ts'

/** One of two states of a story that a person chooses between. */
export interface HandoverSide {
  readonly revision: number
  /** When it was last changed, as an ISO instant, and by whom, as initials, where that is known. */
  readonly at: string
  readonly by: string | null
  readonly story: Story
}

/** What a hand-over file holds, and how it stands to what is here. Nothing of it is in the library yet. */
export interface HandoverView {
  /** Names the opened file until it is settled or put away. */
  readonly handle: string
  readonly kind: HandoverCase
  readonly id: string
  readonly from: HandoverSender
  readonly theirs: HandoverSide
  /** Null when the story is not here. */
  readonly mine: HandoverSide | null
  /** My newest state that theirs goes on from; null when none is known. */
  readonly common: number | null
  /** The story here lies in the trash. */
  readonly isTrashed: boolean
  /** States of the past, photos and attachments that the library does not have yet. */
  readonly revisions: number
  readonly photos: number
  readonly attachments: number
  /** Photos that are here already, and of which the file says something else: what is said here stays. */
  readonly otherwise: number
  /** What other libraries say of where the story is public, or may soon be. */
  readonly elsewhere: readonly Elsewhere[]
}

/** `take`: theirs, mine stays in the history; `keep`: mine; `both`: mine, and theirs as another draft. */
export const HANDOVER_CHOICES = ['take', 'keep', 'both'] as const
export type HandoverChoice = (typeof HANDOVER_CHOICES)[number]

/** What can be chosen in each case, the first as what is most likely meant. */
export const CHOICES_BY_CASE: Readonly<Record<HandoverCase, readonly HandoverChoice[]>> = {
  new: ['take'],
  same: ['keep'],
  ahead: ['take', 'keep'],
  behind: ['keep', 'take'],
  apart: ['keep', 'take', 'both'],
}

/** What came of a file. `former` is the revision that was the head before, and stays in the history; null where none was. */
export interface HandoverOutcome {
  readonly kind: 'added' | 'taken' | 'kept' | 'copied'
  readonly id: string
  readonly revision: number
  readonly former: number | null
}
