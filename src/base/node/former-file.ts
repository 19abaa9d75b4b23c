import { readSystemCode } from './failures.ts'
import type { FileSystem } from './file-system.ts'
import { makeTemporary, removeQuietly, writeTemporary } from './temporary.ts'

/** The file that is about to be replaced: there was none, a second name holds it, or it could not be held. */
export type Former =
  { readonly kind: 'none' } | { readonly kind: 'held'; readonly path: string } | { readonly kind: 'lost' }

/**
 * Gives the file a second, temporary name for as long as its replacement is not certain. Where the disk knows no links
 * (FAT, some shares) it is a flushed copy if `isKept`, and otherwise the file is not held: it is only a way back.
 */
export async function holdFormer(path: string, isKept: boolean, files: FileSystem): Promise<Former> {
  try {
    return { kind: 'held', path: await linkTemporary(path, files) }
  } catch (error) {
    if (readSystemCode(error) === 'ENOENT') return { kind: 'none' }
    return isKept ? copyFormer(path, files) : { kind: 'lost' }
  }
}

async function copyFormer(path: string, files: FileSystem): Promise<Former> {
  try {
    return { kind: 'held', path: await writeTemporary(path, await files.read(path), files) }
  } catch (error) {
    if (readSystemCode(error) === 'ENOENT') return { kind: 'none' }
    throw error
  }
}

/**
 * Makes `previous` the name of what is held, in one step: at every moment it is some whole generation. With `isApart`,
 * `previous` is known to be another file than the one held.
 */
export async function keepFormer(
  held: string,
  previous: string,
  isApart: boolean,
  files: FileSystem,
): Promise<Former> {
  await files.rename(held, previous)
  // When both were names of one file already, as after a failed save, the rename did nothing and left this one.
  if (!isApart) await removeQuietly(held, files)
  return { kind: 'held', path: previous }
}

/**
 * Undoes a replacement that may not have reached the disk, so that what is read next is what was last acknowledged.
 * It does what it can: the failure that led here is the one that is reported.
 */
export async function putBack(former: Former, path: string, files: FileSystem): Promise<void> {
  try {
    if (former.kind === 'none') await files.remove(path)
    if (former.kind !== 'held') return
    const link = await linkTemporary(former.path, files)
    await files.rename(link, path)
    await removeQuietly(link, files)
  } catch {
    // The new file stays in place, whole; its revision tells, and the caller learns that the save failed.
  }
}

async function linkTemporary(path: string, files: FileSystem): Promise<string> {
  const { temporary } = await makeTemporary(path, (name) => files.link(path, name))
  return temporary
}
