import { z } from 'zod'
import { isRedaksiError, RedaksiError } from '../../../base/errors.ts'
import { removeFileDurably } from '../../../base/node/durable-write.ts'
import { createJsonFile } from '../../../base/node/json-file.ts'
import { acquireProcessLock } from '../../../base/node/process-lock.ts'
import type { DraftsErrorCode } from '../contract.ts'
import type { LibraryLayout } from './layout.ts'

/** The right to write a library, held by one process at a time. */
export interface LibraryLock {
  announce(address: string | null): Promise<void>
  release(): Promise<void>
}

interface Owner {
  readonly pid: number
  readonly address: string | null
}

const parseOwner = (value: unknown): Owner =>
  z.object({ pid: z.int(), address: z.string().nullable() }).parse(value)

/**
 * Takes the library's lock and writes down who holds it.
 * Fails with `drafts.library-locked` {folder, pid, address}; pid and address are null when the holder did not say.
 */
export async function lockLibrary(layout: LibraryLayout, address: string | null): Promise<LibraryLock> {
  const lock = await acquireProcessLock(layout.lock)
  if (lock === null) throw await describeOwner(layout)
  try {
    await announce(layout, address)
  } catch (error) {
    lock.release()
    throw error
  }
  return {
    announce: (changed) => announce(layout, changed),
    async release() {
      try {
        await removeFileDurably(layout.lockOwner)
      } finally {
        lock.release()
      }
    },
  }
}

async function announce(layout: LibraryLayout, address: string | null): Promise<void> {
  const owner = { pid: process.pid, address }
  try {
    await openOwner(layout).write(owner)
  } catch (error) {
    if (!isRedaksiError(error, 'base.file-damaged')) throw error
    // It says nothing that is worth keeping: a process that was killed left it half written by hand or by a fault.
    await removeFileDurably(layout.lockOwner)
    await openOwner(layout).write(owner)
  }
}

async function describeOwner(layout: LibraryLayout): Promise<RedaksiError> {
  const owner = await openOwner(layout)
    .read()
    .catch(() => null)
  const details = { folder: layout.folder, pid: owner?.pid ?? null, address: owner?.address ?? null }
  return new RedaksiError<DraftsErrorCode>('drafts.library-locked', details)
}

function openOwner(layout: LibraryLayout) {
  return createJsonFile({ path: layout.lockOwner, parse: parseOwner })
}
