import { RedaksiError } from '../../../base/errors.ts'
import { toReadError } from '../../../base/node/failures.ts'
import type { FileSystem } from '../../../base/node/file-system.ts'
import { getPreviousPath } from '../../../base/node/json-file.ts'
import type { DraftsErrorCode } from '../contract.ts'
import { isDraftId, type LibraryLayout } from './layout.ts'

/**
 * The id that a text means: itself, or the one draft whose id begins with it.
 * Fails with `drafts.not-found` {id} or `drafts.ambiguous-id` {id}.
 */
export async function resolveDraftId(
  layout: LibraryLayout,
  files: FileSystem,
  text: string,
): Promise<string> {
  const beginning = text.toLowerCase()
  const found: string[] = []
  for (const id of await listCandidates(layout, files, beginning)) {
    if (await isDraft(layout, files, id)) found.push(id)
    if (found.length > 1) throw new RedaksiError<DraftsErrorCode>('drafts.ambiguous-id', { id: text })
  }
  const [only] = found
  if (only === undefined) throw new RedaksiError<DraftsErrorCode>('drafts.not-found', { id: text })
  return only
}

async function listCandidates(layout: LibraryLayout, files: FileSystem, beginning: string) {
  if (isDraftId(beginning)) return [beginning]
  if (!/^[0-9a-f][0-9a-f-]*$/.test(beginning)) return []
  const names = await files.list(layout.drafts).catch((error: unknown) => {
    throw toReadError(layout.drafts, error)
  })
  return names.filter((name) => name.startsWith(beginning) && isDraftId(name))
}

async function isDraft(layout: LibraryLayout, files: FileSystem, id: string): Promise<boolean> {
  const path = layout.draft(id)
  return (await files.stat(path)) !== null || (await files.stat(getPreviousPath(path))) !== null
}
