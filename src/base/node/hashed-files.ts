import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { nodeFiles } from './durable-write.ts'
import { readSystemCode, toReadError, toWriteError } from './failures.ts'

/** Files that are named by the SHA-256 of their bytes, each with a small record beside it. */

/** What may be wrong with one of them. */
export type HashedFileFault = 'original-changed' | 'record-missing' | 'original-missing' | 'record-damaged'

export interface HashedFiles {
  /** The paths of the originals, by their digests. */
  readonly originals: ReadonlyMap<string, string>
  /** The paths of the records, by the digests of which they tell. */
  readonly records: ReadonlyMap<string, string>
  isRecordGood(id: string): Promise<boolean>
}

/** Compares every original with the digest that it is named by, and with its record. Fails with `base.read-failed`. */
export async function inspectHashedFiles(
  files: HashedFiles,
): Promise<readonly { readonly fault: HashedFileFault; readonly path: string }[]> {
  const { originals, records } = files
  const found: { readonly fault: HashedFileFault; readonly path: string }[] = []
  for (const [id, path] of originals) {
    if ((await digestFile(path)) !== id) found.push({ fault: 'original-changed', path })
    if (!records.has(id)) found.push({ fault: 'record-missing', path })
  }
  for (const [id, path] of records) {
    if (!originals.has(id)) found.push({ fault: 'original-missing', path })
    if (!(await files.isRecordGood(id))) found.push({ fault: 'record-damaged', path })
  }
  return found
}

/** The digest of a file, read in pieces: an original may be as large as memory. Null when it is gone meanwhile. */
export async function digestFile(path: string): Promise<string | null> {
  const hash = createHash('sha256')
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk)
    return hash.digest('hex')
  } catch (error) {
    if (readSystemCode(error) === 'ENOENT') return null
    throw toReadError(path, error)
  }
}

/** The names in a folder in a steady order, none when there is no such folder. Fails with `base.read-failed`. */
export async function listNames(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).sort()
  } catch (error) {
    if (readSystemCode(error) === 'ENOENT') return []
    throw toReadError(folder, error)
  }
}

/** The bytes of a file, or null when there is none. Fails with `base.read-failed`. */
export async function readIfThere(path: string): Promise<Uint8Array | null> {
  try {
    return await nodeFiles.read(path)
  } catch (error) {
    if (readSystemCode(error) === 'ENOENT') return null
    throw toReadError(path, error)
  }
}

/** Moves a file to its name for good. Both stand on one disk, so it is there whole or not at all. */
export async function moveDurably(from: string, to: string): Promise<void> {
  try {
    await nodeFiles.rename(from, to)
    await nodeFiles.syncFolder(dirname(to))
  } catch (error) {
    throw toWriteError(to, error)
  }
}
