import { openSeal } from '../../../base/node/seal.ts'
import type { Draft } from '../draft.ts'
import { parseDraft } from '../parse-draft.ts'

/**
 * A draft as it stands in its file. `isOutside`: its seal is broken, so somebody mended it by hand, or a bit flipped.
 * It then counts as a revision of its own, one after the file's: what was signed off is not what stands there now.
 */
export interface Head {
  readonly draft: Draft
  readonly isOutside: boolean
}

/**
 * Reads a draft's file from untrusted data. Throws when it is none, or another draft's.
 * A file without a seal was made by somebody else's program and is taken as it says.
 */
export function parseHead(value: unknown, id: string): Head {
  const { document, state } = openSeal(value)
  const draft = parseDraft(document)
  if (draft.id !== id) throw new TypeError(`this is draft ${draft.id}`)
  if (state !== 'broken') return { draft, isOutside: false }
  return { draft: { ...draft, revision: draft.revision + 1 }, isOutside: true }
}
