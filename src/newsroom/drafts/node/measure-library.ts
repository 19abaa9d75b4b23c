import { stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { LibrarySize } from '../storage-methods.ts'
import { findRoot, listFiles } from './backup.ts'
import { isDraftPath, isPhotoPath } from './restore-drill.ts'

/** Counts what a library holds, as a backup would: what is derived is not counted. Fails with `drafts.no-library`. */
export async function measureLibrary(folder: string): Promise<LibrarySize> {
  const root = await findRoot(resolve(folder))
  let [bytes, drafts, photos] = [0, 0, 0]
  for await (const path of listFiles(root, root)) {
    const facts = await stat(join(root, path)).catch(() => null)
    bytes += facts?.size ?? 0
    const name = path.replaceAll('\\', '/')
    if (isDraftPath(name)) drafts += 1
    if (isPhotoPath(name)) photos += 1
  }
  return { bytes, drafts, photos }
}
