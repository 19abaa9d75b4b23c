import { readdir } from 'node:fs/promises'
import { readSystemCode, toReadError } from '../../../base/node/failures.ts'

/** The names in a folder, none when there is no such folder. Fails with `base.read-failed`. */
export async function listFolder(
  folder: string,
  read: (folder: string) => Promise<readonly string[]> = readdir,
): Promise<readonly string[]> {
  try {
    return await read(folder)
  } catch (error) {
    if (readSystemCode(error) === 'ENOENT') return []
    throw toReadError(folder, error)
  }
}
