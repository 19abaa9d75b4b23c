import { isRedaksiError } from '../../../base/errors.ts'
import type { OpenedDraft } from '../../../newsroom/drafts/index.ts'
import type { SpareStore, SpareText } from '../../../newsroom/drafts/ui/index.ts'

/** A draft as the host has it, and a text of it that this browser may have kept. */
export interface StoredDraft extends OpenedDraft {
  readonly spare: SpareText | null
}

/**
 * Looks whether the browser has kept a text of a draft. A store that does not answer has none; what is there
 * and cannot be read now is not passed over: fails with `bridge.host-lost`.
 */
export async function takeSpare(spares: SpareStore, opened: OpenedDraft): Promise<StoredDraft> {
  return { ...opened, spare: await spares.take(opened.draft.id).catch(findNone) }
}

function findNone(error: unknown): null {
  if (isRedaksiError(error)) throw error
  return null
}
