import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { isRedaksiError, RedaksiError } from '../../base/errors.ts'
import { makeFolderDurably, nodeFiles, writeFileDurably } from '../../base/node/durable-write.ts'
import { readIfThere } from '../../base/node/hashed-files.ts'
import { createKeyedQueue } from '../../base/node/keyed-queue.ts'
import { detectPdf } from '../../base/pdf-type.ts'
import type { HeldAttachment } from '../../newsroom/public-page/index.ts'

/** Where the endpoint keeps attachments, beside its store: PDFs as they were put. */
export interface AttachmentShelf {
  find(sha256: string): Promise<HeldAttachment | null>
  /**
   * Takes a PDF in; it is on disk when this resolves. One that is held already stays as it is. Fails with
   * `endpoint.attachment-mismatch`, `endpoint.attachment-invalid` or `endpoint.store-full`; then nothing is held.
   */
  put(sha256: string, bytes: Uint8Array): Promise<HeldAttachment>
  /** The bytes of a held one, or null. */
  read(sha256: string): Promise<Uint8Array | null>
  close(): Promise<void>
}

/** Opens the shelf in a folder, which is made at the first attachment. Its parameters are given checked. */
export function openAttachmentShelf(folder: string): AttachmentShelf {
  const inTurn = createKeyedQueue()
  const getPath = (sha256: string) => join(folder, `${sha256}.pdf`)
  const find = async (sha256: string): Promise<HeldAttachment | null> => {
    const stat = await nodeFiles.stat(getPath(sha256))
    return stat === null ? null : { sha256, bytes: stat.size }
  }
  return {
    find,
    put: (sha256, bytes) =>
      inTurn.run(sha256, async () => {
        if (createHash('sha256').update(bytes).digest('hex') !== sha256)
          throw new RedaksiError('endpoint.attachment-mismatch', { sha256 })
        const known = await find(sha256)
        if (known !== null) return known
        if (detectPdf(bytes) !== 'pdf') throw new RedaksiError('endpoint.attachment-invalid')
        await keep(folder, getPath(sha256), bytes)
        return { sha256, bytes: bytes.length }
      }),
    read: (sha256) => readIfThere(getPath(sha256)),
    close: () => inTurn.settle(),
  }
}

async function keep(folder: string, path: string, bytes: Uint8Array): Promise<void> {
  try {
    await makeFolderDurably(folder)
    await writeFileDurably(path, bytes)
  } catch (error) {
    await rm(path, { force: true })
    throw isRedaksiError(error, 'base.disk-full') ? new RedaksiError('endpoint.store-full', {}, error) : error
  }
}
