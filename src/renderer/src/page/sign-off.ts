import { getReviewState } from '../../../newsroom/drafts/index.ts'
import type { OpenDraft } from './use-open-draft.ts'

/** Whether the revision on the screen is signed off. */
export function isSignedOff(open: OpenDraft): boolean {
  return getReviewState(open.head) === 'approved'
}
