import { createHash } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { BackupFile } from '../backup-manifest.ts'
import type { DrillReport } from '../storage-methods.ts'
import { summarise } from './backup.ts'
import { inspectLibrary } from './inspect.ts'
import { getLayout, isDraftId } from './layout.ts'
import { listFolder } from './list-folder.ts'
import { restoreFiles, type RestoreOptions } from './restore.ts'

/** Where a drill restores to: beside the library, since there is room for one of its size. There is one at a time. */
function getDrillFolder(library: string): string {
  return `${resolve(library)}.latihan.tmp`
}

/**
 * Restores a backup into a folder for the time being, looks the restored library over as `doctor` does, counts it against
 * the library as it is now, and removes it again. Fails as `restoreLibrary` does; nothing of it stays, either way.
 */
export async function drillRestore(
  library: string,
  file: string,
  options: RestoreOptions = {},
): Promise<DrillReport> {
  const place = getDrillFolder(library)
  // A drill that was killed has left it.
  await rm(place, { recursive: true, force: true })
  try {
    const manifest = await restoreFiles(file, place, options)
    const problems = await inspectLibrary(place, { isAlone: true })
    const drafts = manifest.files.filter(({ path }) => isDraftPath(path))
    return {
      path: resolve(file),
      createdAt: manifest.createdAt,
      ...summarise(manifest),
      drafts: drafts.length,
      photos: manifest.files.filter(({ path }) => isPhotoPath(path)).length,
      problems: problems.length,
      newer: await countNewer(library, drafts, options.signal),
    }
  } finally {
    await rm(place, { recursive: true, force: true })
  }
}

/** Whether a path of a library is a draft's own file. */
export function isDraftPath(path: string): boolean {
  return /^drafts\/[0-9a-f-]{36}\/draft\.json$/.test(path)
}

/** Whether a path of a library is a photo's original. */
export function isPhotoPath(path: string): boolean {
  return /^photos\/[0-9a-f]{64}\.(?!json$)[a-z]+$/.test(path)
}

/** Drafts of the library that the backup does not hold, or holds as they were before. */
async function countNewer(
  library: string,
  drafts: readonly BackupFile[],
  signal: AbortSignal | undefined,
): Promise<number> {
  const layout = getLayout(resolve(library))
  const known = new Map(drafts.map(({ path, sha256 }) => [path.split('/')[1] ?? '', sha256]))
  let newer = 0
  for (const id of await listFolder(layout.drafts)) {
    signal?.throwIfAborted()
    if (!isDraftId(id)) continue
    const bytes = await readFile(layout.draft(id)).catch(() => null)
    if (bytes === null) continue
    if (createHash('sha256').update(bytes).digest('hex') !== known.get(id)) newer += 1
  }
  return newer
}
