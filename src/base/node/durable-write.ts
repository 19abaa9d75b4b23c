import { dirname } from 'node:path'
import { readSystemCode, toWriteError } from './failures.ts'
import type { FileSystem } from './file-system.ts'
import { keepAside, keepPrevious, putBack, type Aside } from './former-file.ts'
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
  readonly files?: FileSystem
}

/**
 * Replaces a file's bytes, or makes it, and returns when that is on the disk. The folder must exist.
 * Fails with `base.disk-full`, `base.not-writable` or `base.write-failed`; then the old file is in place, intact.
 */
export async function writeFileDurably(
  path: string,
  bytes: Uint8Array,
  { previous, files = nodeFiles }: DurableWriteOptions = {},
): Promise<void> {
  try {
    const temporary = await writeTemporary(path, bytes, files)
    const aside = await putInPlace(temporary, path, previous, files)
    try {
      await files.syncFolder(dirname(path))
    } catch (error) {
      await putBack(aside, path, files)
      throw error
    } finally {
      if (aside.kind === 'kept' && previous === undefined) await removeQuietly(aside.path, files)
    }
  } catch (error) {
    throw toWriteError(path, error)
  }
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

/** Gives the new file its name, having kept the old one; on failure the old name stands and the new file is removed. */
async function putInPlace(
  temporary: string,
  path: string,
  previous: string | undefined,
  files: FileSystem,
): Promise<Aside> {
  let aside: Aside = { kind: 'none' }
  try {
    aside = previous === undefined ? await keepAside(path, files) : await keepPrevious(path, previous, files)
    await files.rename(temporary, path)
    return aside
  } catch (error) {
    await removeQuietly(temporary, files)
    if (aside.kind === 'kept' && previous === undefined) await removeQuietly(aside.path, files)
    throw error
  }
}
