import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { RedaksiError } from '../base/errors.ts'
import { makeFolderDurably, nodeFiles } from '../base/node/durable-write.ts'
import { toWriteError } from '../base/node/failures.ts'
import type { FileSystem } from '../base/node/file-system.ts'
import { makeTemporary, removeQuietly } from '../base/node/temporary.ts'
import type { BridgeErrorCode } from '../bridge/index.ts'

/** A picture of 200 megapixels straight from a camera; nothing else that is put here is as large. */
const LARGEST_BLOB = 128 * 1024 * 1024

export interface BlobStoreOptions {
  readonly folder: string
  /** In bytes. */
  readonly limit?: number
  /** Throws away what lies there from before: nobody will ask for it any more. */
  readonly isFresh?: boolean
  readonly files?: FileSystem
}

/**
 * Keeps bytes that a page hands in, in a file named by their SHA-256, until whoever asked for them takes them from
 * there. They are written as they come, under a temporary name; what is too long, or is not what its name says, is
 * gone again.
 */
export function createBlobStore(options: BlobStoreOptions) {
  const { folder, limit = LARGEST_BLOB, isFresh = false, files = nodeFiles } = options
  const cleared = isFresh ? clear(folder) : Promise.resolve()
  return {
    getPath: (sha256: string): string => join(folder, sha256),
    async put(sha256: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
      if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RedaksiError<BridgeErrorCode>('bridge.blob-name')
      const path = join(folder, sha256)
      await cleared
      await makeFolderDurably(folder, files)
      const temporary = await writeStream(path, bytes, { sha256, limit, files })
      await putInPlace(temporary, path, files)
    },
  }
}

/** What cannot be removed stays, and harms nobody. */
async function clear(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true }).catch(() => {})
}

interface Expected {
  readonly sha256: string
  readonly limit: number
  readonly files: FileSystem
}

async function writeStream(
  path: string,
  bytes: AsyncIterable<Uint8Array>,
  { sha256, limit, files }: Expected,
): Promise<string> {
  const { temporary, made: file } = await makeTemporary(path, (name) => files.create(name)).catch(
    (error: unknown) => {
      throw toWriteError(path, error)
    },
  )
  const hash = createHash('sha256')
  let size = 0
  try {
    try {
      for await (const chunk of bytes) {
        size += chunk.byteLength
        if (size > limit) throw new RedaksiError<BridgeErrorCode>('bridge.blob-too-large', { limit })
        hash.update(chunk)
        await file.write(chunk)
      }
      if (hash.digest('hex') !== sha256) throw new RedaksiError<BridgeErrorCode>('bridge.blob-mismatch')
      await file.sync()
    } finally {
      await file.close()
    }
    return temporary
  } catch (error) {
    await removeQuietly(temporary, files)
    throw toWriteError(path, error)
  }
}

async function putInPlace(temporary: string, path: string, files: FileSystem): Promise<void> {
  try {
    await files.rename(temporary, path)
    await files.syncFolder(dirname(path))
  } catch (error) {
    await removeQuietly(temporary, files)
    throw toWriteError(path, error)
  }
}
