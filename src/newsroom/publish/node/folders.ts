import { basename, join } from 'node:path'
import { makeFolderDurably, nodeFiles } from '../../../base/node/durable-write.ts'
import { readSystemCode, toReadError, toWriteError } from '../../../base/node/failures.ts'

/** The names in a folder; none when there is no such folder. Fails with `base.read-failed`. */
export async function listFolder(folder: string): Promise<string[]> {
  try {
    return [...(await nodeFiles.list(folder))]
  } catch (error) {
    if (readSystemCode(error) === 'ENOENT') return []
    throw toReadError(folder, error)
  }
}

/**
 * Moves a damaged file, whole, to the library's quarantine, under its kind, its name and a number. Returns where it is
 * now. Fails as any write does; the file then stays where it was.
 */
export async function moveToQuarantine(libraryFolder: string, kind: string, path: string): Promise<string> {
  const folder = join(libraryFolder, 'quarantine')
  try {
    await makeFolderDurably(folder)
    const taken = new Set(await nodeFiles.list(folder))
    let name = `${kind}-${basename(path)}`
    for (let number = 2; taken.has(name); number += 1) name = `${kind}-${number}-${basename(path)}`
    await nodeFiles.rename(path, join(folder, name))
    await nodeFiles.syncFolder(folder)
    await nodeFiles.syncFolder(join(path, '..'))
    return join(folder, name)
  } catch (error) {
    throw toWriteError(path, error)
  }
}
