import { basename, dirname, join } from 'node:path'
import { makeFolderDurably } from '../../../base/node/durable-write.ts'
import { readSystemCode, toWriteError } from '../../../base/node/failures.ts'
import type { FileSystem } from '../../../base/node/file-system.ts'
import type { LibraryLayout } from './layout.ts'

/**
 * Gives a damaged file's bytes a second name in quarantine, flushed, and returns it; the file itself may then be
 * replaced. The name says where it came from; a number makes it unique, so that nothing there is ever overwritten.
 */
export async function keepInQuarantine(
  layout: LibraryLayout,
  path: string,
  files: FileSystem,
): Promise<string> {
  try {
    await makeFolderDurably(layout.quarantine, files)
    const target = await linkUnderFreeName(layout, path, files)
    await files.syncFolder(layout.quarantine)
    return target
  } catch (error) {
    throw toWriteError(path, error)
  }
}

/** A link fails where a rename would overwrite; where there are no links, the bytes are copied. */
async function linkUnderFreeName(layout: LibraryLayout, path: string, files: FileSystem): Promise<string> {
  for (let number = 1; ; number += 1) {
    const target = join(layout.quarantine, `${basename(dirname(path))}.${number}.${basename(path)}`)
    try {
      await files.link(path, target)
      return target
    } catch (error) {
      const code = readSystemCode(error)
      if (code === 'EEXIST') continue
      if (code === 'ENOENT') throw error
    }
    if (await copyNew(path, target, files)) return target
  }
}

async function copyNew(path: string, target: string, files: FileSystem): Promise<boolean> {
  try {
    const file = await files.create(target)
    try {
      await file.write(await files.read(path))
      await file.sync()
    } finally {
      await file.close()
    }
    return true
  } catch (error) {
    if (readSystemCode(error) === 'EEXIST') return false
    throw error
  }
}
