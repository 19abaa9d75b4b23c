import { join } from 'node:path'
import { makeFolderDurably } from '../../../base/node/durable-write.ts'
import { readSystemCode, toWriteError } from '../../../base/node/failures.ts'
import type { FileSystem } from '../../../base/node/file-system.ts'
import type { LibraryLayout } from './layout.ts'

/**
 * Deletes a draft for good: its text, its history and its packets. It promises that a draft is there whole or not at all,
 * whenever the power goes: one rename takes it out of the library, and only what is out is taken apart. What the ledger
 * knows of it stays, and so do its photos, which other stories may show. Fails as a file is written.
 */
export async function removeDraftFolder(layout: LibraryLayout, id: string, files: FileSystem): Promise<void> {
  const removed = join(layout.removing, id)
  try {
    await makeFolderDurably(layout.removing, files)
    // One with the same id, from a backup that was put back.
    await removeTree(removed, files)
    await files.rename(layout.draftFolder(id), removed)
    await files.syncFolder(layout.removing)
    await files.syncFolder(layout.drafts)
  } catch (error) {
    throw toWriteError(layout.draftFolder(id), error)
  }
  // It is gone; what is left of it now goes when the library is opened next.
  await removeTree(removed, files).catch(() => undefined)
}

/**
 * Takes apart what was deleted for good before the process ended, and what was handed over and did not come to its end.
 * What cannot be, stays for the next time.
 */
export async function finishRemovals(layout: LibraryLayout, files: FileSystem): Promise<void> {
  await removeTree(layout.removing, files).catch(() => undefined)
  await removeTree(layout.receiving, files).catch(() => undefined)
}

/** Removes a folder with all that is in it, or a file; one that is not there is removed already. */
export async function removeTree(path: string, files: FileSystem): Promise<void> {
  const names = await listOrNull(path, files)
  if (names === null) return files.remove(path).catch(ignoreMissing)
  for (const name of names) await removeTree(join(path, name), files)
  await files.removeFolder(path).catch(ignoreMissing)
}

/** Null for what is no folder. */
async function listOrNull(path: string, files: FileSystem): Promise<readonly string[] | null> {
  try {
    return await files.list(path)
  } catch (error) {
    if (['ENOTDIR', 'ENOENT'].includes(readSystemCode(error))) return null
    throw error
  }
}

function ignoreMissing(error: unknown): void {
  if (readSystemCode(error) !== 'ENOENT') throw error
}
