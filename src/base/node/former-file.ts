import { readSystemCode } from './failures.ts'
import type { FileSystem } from './file-system.ts'
import { makeTemporary, removeQuietly, writeTemporary } from './temporary.ts'

/** The file that is about to be replaced: there was none, a second name holds it, or it could not be held. */
export type Aside =
  { readonly kind: 'none' } | { readonly kind: 'kept'; readonly path: string } | { readonly kind: 'lost' }

/** Gives the file a second name for as long as its replacement is not certain. Where that cannot be, it is `lost`. */
export async function keepAside(path: string, files: FileSystem): Promise<Aside> {
  try {
    return { kind: 'kept', path: await linkTemporary(path, files) }
  } catch (error) {
    return readSystemCode(error) === 'ENOENT' ? { kind: 'none' } : { kind: 'lost' }
  }
}

/** Makes `previous` a second name of the file, in one step: at every moment it holds some whole generation. */
export async function keepPrevious(path: string, previous: string, files: FileSystem): Promise<Aside> {
  const held = await holdOld(path, files)
  if (held === null) return { kind: 'none' }
  try {
    await files.rename(held, previous)
  } catch (error) {
    await removeQuietly(held, files)
    throw error
  }
  // When both were names of one file already, as after a failed save, the rename did nothing and left this one.
  await removeQuietly(held, files)
  return { kind: 'kept', path: previous }
}

/**
 * Undoes a replacement that may not have reached the disk, so that what is read next is what was last acknowledged.
 * It does what it can: the failure that led here is the one that is reported.
 */
export async function putBack(aside: Aside, path: string, files: FileSystem): Promise<void> {
  try {
    if (aside.kind === 'none') await files.remove(path)
    if (aside.kind !== 'kept') return
    const link = await linkTemporary(aside.path, files)
    await files.rename(link, path)
    await removeQuietly(link, files)
  } catch {
    // The new file stays in place, whole; its revision tells, and the caller learns that the save failed.
  }
}

/** A second name for the old file; where the disk knows no links (FAT, some shares), a flushed copy. Null: no old file. */
async function holdOld(path: string, files: FileSystem): Promise<string | null> {
  try {
    return await linkTemporary(path, files).catch(async (error: unknown) => {
      if (readSystemCode(error) === 'ENOENT') throw error
      return writeTemporary(path, await files.read(path), files)
    })
  } catch (error) {
    if (readSystemCode(error) === 'ENOENT') return null
    throw error
  }
}

async function linkTemporary(path: string, files: FileSystem): Promise<string> {
  const { temporary } = await makeTemporary(path, (name) => files.link(path, name))
  return temporary
}
