import { readSystemCode } from './failures.ts'
import type { FileSystem } from './file-system.ts'

const TEMPORARY = /\.\d+-\d+\.tmp$/
let counter = 0

/** Whether a name is one of a temporary file: what a killed process leaves behind. */
export function isTemporaryName(name: string): boolean {
  return TEMPORARY.test(name)
}

/**
 * Makes something under a fresh name beside a file: process id and counter. A name that a former process of the same
 * id left behind is passed over.
 */
export async function makeTemporary<T>(
  path: string,
  make: (temporary: string) => Promise<T>,
): Promise<{ readonly temporary: string; readonly made: T }> {
  for (;;) {
    counter += 1
    const temporary = `${path}.${process.pid}-${counter}.tmp`
    try {
      return { temporary, made: await make(temporary) }
    } catch (error) {
      if (readSystemCode(error) !== 'EEXIST') throw error
    }
  }
}

/** Writes bytes to a new temporary file beside `path`, flushed and closed; on failure the file is gone again. */
export async function writeTemporary(path: string, bytes: Uint8Array, files: FileSystem): Promise<string> {
  const { temporary, made: file } = await makeTemporary(path, (name) => files.create(name))
  try {
    try {
      await file.write(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    return temporary
  } catch (error) {
    await removeQuietly(temporary, files)
    throw error
  }
}

/** Removes what is no longer wanted, if it can: what stays is a temporary that `doctor` finds and removes. */
export async function removeQuietly(path: string, files: FileSystem): Promise<void> {
  try {
    await files.remove(path)
  } catch {
    // It is gone already, or the disk refuses; the failure that matters is another one.
  }
}
