import { z } from 'zod'
import { isRedaksiError, RedaksiError } from '../../../base/errors.ts'
import { removeFileDurably } from '../../../base/node/durable-write.ts'
import { createJsonFile } from '../../../base/node/json-file.ts'
import { acquireProcessLock } from '../../../base/node/process-lock.ts'
import type { DraftsErrorCode } from '../contract.ts'
import type { LibraryLayout } from './layout.ts'

/** Where the holder of a library can be reached; null where it cannot. */
export interface HolderPlaces {
  /** Its page, for a person. */
  readonly address: string | null
  /** Its local way in, for programs of the same user: the path of a socket, or the name of a pipe. */
  readonly socket: string | null
}

/** The right to write a library, held by one process at a time. */
export interface LibraryLock {
  announce(places: HolderPlaces): Promise<void>
  release(): Promise<void>
}

interface Owner extends HolderPlaces {
  readonly pid: number
}

const parseOwner = (value: unknown): Owner =>
  z
    .object({
      pid: z.int(),
      address: z.string().nullable(),
      // One that was left by a Redaksi without a way in does not name any.
      socket: z.string().nullable().default(null),
    })
    .parse(value)

/**
 * Takes the library's lock and writes down who holds it.
 * Fails with `drafts.library-locked` {folder, pid, address, socket}; what the holder did not say is null.
 */
export async function lockLibrary(layout: LibraryLayout, address: string | null): Promise<LibraryLock> {
  const lock = await acquireProcessLock(layout.lock)
  if (lock === null) throw await describeOwner(layout)
  try {
    await announce(layout, { address, socket: null })
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

async function announce(layout: LibraryLayout, { address, socket }: HolderPlaces): Promise<void> {
  const owner: Owner = { pid: process.pid, address, socket }
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
  const { pid = null, address = null, socket = null } = owner ?? {}
  return new RedaksiError<DraftsErrorCode>('drafts.library-locked', {
    folder: layout.folder,
    pid,
    address,
    socket,
  })
}

function openOwner(layout: LibraryLayout) {
  return createJsonFile({ path: layout.lockOwner, parse: parseOwner })
}
