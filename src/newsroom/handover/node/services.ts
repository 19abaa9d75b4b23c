import type { Clock } from '../../../base/clock.ts'
import type { RandomBytes } from '../../../base/ids.ts'
import type { AttachmentStore } from '../../attachments/node/index.ts'
import type { Elsewhere, KeptDraft } from '../../drafts/index.ts'
import type { Library } from '../../drafts/node/index.ts'
import type { PhotoStore } from '../../photos/node/index.ts'
import type { HandoverChoice, HandoverView } from '../view.ts'
import type { CheckedHandover } from './check-handover.ts'

/** What hand-over files are read into. */
export interface HandoverServices {
  readonly library: Library
  readonly photos: PhotoStore
  readonly attachments: AttachmentStore
  readonly random: RandomBytes
  readonly clock: Clock
  /** What this library's own ledger and outbox say of a story; null when it never went anywhere. */
  readonly readOwn: (draft: string) => Promise<Elsewhere | null>
  /** The slug itself, or with the first number that no other draft than `exceptId` has taken. */
  readonly findFreeSlug: (slug: string, exceptId?: string) => Promise<string>
}

/** An opened file that nobody has settled yet. */
export interface OpenHandover {
  readonly checked: CheckedHandover
  readonly view: HandoverView
  /** What was here when it was looked at. */
  readonly here: KeptDraft | null
}

export interface SettleRequest {
  readonly choice: HandoverChoice
  /** What my state is called in the history when theirs takes its place. */
  readonly name: string
  /** The headline of theirs when it becomes another draft. */
  readonly headline: string
}
