import { dirname } from 'node:path'
import { readSystemCode, toWriteError } from './failures.ts'
import type { FileSystem } from './file-system.ts'
import { holdFormer, keepFormer, putBack, type Former } from './former-file.ts'
import { createNodeFileSystem } from './node-file-system.ts'
import { removeQuietly, writeTemporary } from './temporary.ts'

/**
 * What Redaksi calls saved is on the disk: a new file is written under a name of its own and flushed, takes the old
 * one's place in one step, and the folder is flushed. Whatever fails on the way is a failed save: the old file stays,
 * nothing of the attempt is left, and the next one starts with a new file.
 */

export const nodeFiles: FileSystem = createNodeFileSystem()

export interface DurableWriteOptions {
  /** Where the generation that is replaced is kept. It costs no second write: it is a link to the old file. */
  readonly previous?: string
  /** The previous generation is known to be another file than the present one, as it is after every good save. */
  readonly isPreviousApart?: boolean
  /** Looks, while the new file is being flushed, whether it may take the place; when it fails, so does the write. */
  readonly guard?: () => Promise<void>
  readonly files?: FileSystem
}

/**
 * Replaces a file's bytes, or makes it, and returns when that is on the disk. The folder must exist.
 * Fails with `base.disk-full`, `base.not-writable` or `base.write-failed`; then the old file is in place, intact.
 */
export async function writeFileDurably(
  path: string,
  bytes: Uint8Array,
  options: DurableWriteOptions = {},
): Promise<void> {
  const { previous, files = nodeFiles } = options
  try {
    const former = await putInPlace(await prepare(path, bytes, options), path, options)
    try {
      await files.syncFolder(dirname(path))
    } catch (error) {
      await putBack(former, path, files)
      throw error
    } finally {
      if (previous === undefined) await letGo(former, files)
    }
  } catch (error) {
    throw toWriteError(path, error)
  }
}

interface Prepared {
  readonly temporary: string
  readonly former: Former
}

/** Writes and flushes the new file while the old one gets its second name: neither waits for the other. */
async function prepare(
  path: string,
  bytes: Uint8Array,
  { previous, guard = async () => {}, files = nodeFiles }: DurableWriteOptions,
): Promise<Prepared> {
  const [written, held, guarded] = await Promise.allSettled([
    writeTemporary(path, bytes, files),
    holdFormer(path, previous !== undefined, files),
    guard(),
  ])
  if (written.status === 'fulfilled' && held.status === 'fulfilled' && guarded.status === 'fulfilled') {
    return { temporary: written.value, former: held.value }
  }
  if (written.status === 'fulfilled') await removeQuietly(written.value, files)
  if (held.status === 'fulfilled') await letGo(held.value, files)
  throw [written, held, guarded].find((step) => step.status === 'rejected')?.reason
}

/** Gives the new file its name, having kept the old one; on failure the old name stands and nothing else is left. */
async function putInPlace(
  { temporary, former }: Prepared,
  path: string,
  { previous, isPreviousApart = false, files = nodeFiles }: DurableWriteOptions,
): Promise<Former> {
  let held = former
  try {
    if (previous !== undefined && former.kind === 'held') {
      held = await keepFormer(former.path, previous, isPreviousApart, files)
    }
    await files.rename(temporary, path)
    return held
  } catch (error) {
    await removeQuietly(temporary, files)
    if (held === former) await letGo(former, files)
    throw error
  }
}

async function letGo(former: Former, files: FileSystem): Promise<void> {
  if (former.kind === 'held') await removeQuietly(former.path, files)
}

/** Removes a file and returns when that is on the disk; one that is gone already is as good. */
export async function removeFileDurably(path: string, files: FileSystem = nodeFiles): Promise<void> {
  try {
    await files.remove(path).catch((error: unknown) => {
      if (readSystemCode(error) !== 'ENOENT') throw error
    })
    await files.syncFolder(dirname(path))
  } catch (error) {
    throw toWriteError(path, error)
  }
}

/**
 * Makes a folder, and those above it that are missing, and returns when that is on the disk. One that is there already
 * is flushed too: whoever made it may have been killed before that.
 */
export async function makeFolderDurably(path: string, files: FileSystem = nodeFiles): Promise<void> {
  try {
    await makeFolder(path, files)
    await files.syncFolder(dirname(path))
  } catch (error) {
    throw toWriteError(path, error)
  }
}

async function makeFolder(path: string, files: FileSystem): Promise<void> {
  try {
    await files.makeFolder(path)
  } catch (error) {
    const code = readSystemCode(error)
    if (code === 'EEXIST') return
    if (code !== 'ENOENT' || dirname(path) === path) throw error
    await makeFolderDurably(dirname(path), files)
    await makeFolder(path, files)
  }
}
