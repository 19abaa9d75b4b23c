import { access, constants, open } from 'node:fs/promises'
import { DatabaseSync } from 'node:sqlite'
import { RedaksiError } from '../errors.ts'
import { readSystemCode, toWriteError } from './failures.ts'

/** A lock that this process holds. The system frees it when the process dies, however it dies. */
export interface ProcessLock {
  release(): void
}

const SQLITE_BUSY = 5

/**
 * Takes a lock on a file; null when another process, or this one, holds it. The file stays empty: SQLite's exclusive
 * transaction is what locks it, on every system and without a native module of ours.
 * Nobody may open the file otherwise while it is locked: closing it again would free a POSIX lock of this process.
 * Fails with `base.not-writable` or `base.write-failed` where no lock file can be made.
 */
export async function acquireProcessLock(path: string): Promise<ProcessLock | null> {
  await makeLockFile(path)
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(path, { timeout: 0 })
    database.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    database?.close()
    if (readSqliteCode(error) === SQLITE_BUSY) return null
    throw new RedaksiError('base.write-failed', { path, reason: `SQLite ${readSqliteCode(error)}` }, error)
  }
  const held = database
  return { release: () => held.close() }
}

/** SQLite's primary result code of an error of `node:sqlite`, or 0 for any other error. */
export function readSqliteCode(error: unknown): number {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number'
    ? error.errcode & 0xff
    : 0
}

/**
 * Makes the file ours alone (0600) before SQLite can make it with wider rights. One that cannot be written is refused:
 * SQLite would open it for reading and lock nothing.
 */
async function makeLockFile(path: string): Promise<void> {
  try {
    const file = await open(path, 'wx', 0o600)
    await file.close()
  } catch (error) {
    if (readSystemCode(error) !== 'EEXIST') throw toWriteError(path, error)
    await access(path, constants.W_OK).catch((refused: unknown) => {
      throw toWriteError(path, refused)
    })
  }
}
