import { createHash } from 'node:crypto'
import { toIso, type Clock } from '../../../base/clock.ts'
import { isRedaksiError, RedaksiError } from '../../../base/errors.ts'
import { makeFolderDurably, nodeFiles } from '../../../base/node/durable-write.ts'
import { toReadError } from '../../../base/node/failures.ts'
import { moveDurably, readIfThere } from '../../../base/node/hashed-files.ts'
import { createJsonFile, type JsonFile } from '../../../base/node/json-file.ts'
import { createKeyedQueue } from '../../../base/node/keyed-queue.ts'
import { removeQuietly } from '../../../base/node/temporary.ts'
import { detectPdf, nameOtherType } from '../../../base/pdf-type.ts'
import { LARGEST_ATTACHMENT, LARGEST_MEGABYTES, type AttachmentRecord } from '../attachment.ts'
import type { AttachmentsErrorCode } from '../contract.ts'
import { parseAttachmentRecord } from '../schemas.ts'
import { getAttachmentLayout, type AttachmentLayout } from './attachment-layout.ts'
import { readPdfContents } from './pdf-contents.ts'

/** The attachments of a library. It promises: the file stays as it came, under the name of its digest, and leaves as it is. */
export interface AttachmentStore {
  /**
   * Takes in the file at `from`, whose SHA-256 is `id`; it is moved into the library, or gone if it is refused. One that
   * is there already stays as it is. Fails with `attachments.not-there`, or with what is wrong with it.
   */
  add(id: string, name: string, from: string): Promise<AttachmentRecord>
  /** Looks at the file at a path, and changes nothing. Fails as `add` does with what is wrong with it. */
  check(id: string, path: string): Promise<void>
  /** What is known of attachments, those left out of which nothing is. */
  list(ids: readonly string[]): Promise<readonly AttachmentRecord[]>
  /** The bytes of an attachment. Fails with `attachments.file-missing`, also when they are not what its name says. */
  read(id: string): Promise<Uint8Array>
  /** Waits for what is being written. */
  close(): Promise<void>
}

export interface AttachmentStoreOptions {
  /** The library's folder. */
  readonly folder: string
  readonly mode: 'read' | 'write'
  readonly clock: Clock
}

/** Opens the attachments of a library; nothing is read yet. */
export function openAttachmentStore({ folder, mode, clock }: AttachmentStoreOptions): AttachmentStore {
  const layout = getAttachmentLayout(folder)
  const inTurn = createKeyedQueue()
  return {
    add(id, name, from) {
      if (mode === 'read') throw new RedaksiError('drafts.read-only', { folder })
      return inTurn.run(id, () => takeAttachment(layout, clock, { id, name, from }))
    },
    check: async (id, path) => void (await inspectFile(id, path)),
    list: (ids) => listRecords(layout, ids),
    async read(id) {
      const bytes = await readIfThere(layout.original(id))
      if (bytes !== null && createHash('sha256').update(bytes).digest('hex') === id) return bytes
      throw new RedaksiError<AttachmentsErrorCode>('attachments.file-missing', { sha256: id })
    },
    close: () => inTurn.settle(),
  }
}

/** The record of one attachment. */
export function openAttachmentRecord(layout: AttachmentLayout, id: string): JsonFile<AttachmentRecord> {
  return createJsonFile({ path: layout.record(id), parse: parseAttachmentRecord, keepPrevious: true })
}

interface Incoming {
  readonly id: string
  readonly name: string
  readonly from: string
}

/** The file is moved first and what is known of it is written last: a run that is killed in between is taken up by the next. */
async function takeAttachment(
  layout: AttachmentLayout,
  clock: Clock,
  { id, name, from }: Incoming,
): Promise<AttachmentRecord> {
  const isMoved = (await nodeFiles.stat(layout.original(id))) !== null
  const known = isMoved ? await openAttachmentRecord(layout, id).read() : null
  if (known !== null) {
    await removeQuietly(from, nodeFiles)
    return known
  }
  const path = isMoved ? layout.original(id) : from
  const facts = await inspectFile(id, path).catch(async (error: unknown) => {
    if (!isMoved) await removeQuietly(from, nodeFiles)
    throw error
  })
  await makeFolderDurably(layout.folder)
  if (!isMoved) await moveDurably(from, layout.original(id))
  const record: AttachmentRecord = { schema: 1, id, name, ...facts, addedAt: toIso(clock.now()) }
  await openAttachmentRecord(layout, id).write(record)
  return record
}

async function inspectFile(
  id: string,
  path: string,
): Promise<Pick<AttachmentRecord, 'bytes' | 'isEncrypted' | 'hasScript'>> {
  const stat = await nodeFiles.stat(path).catch((error: unknown) => {
    throw toReadError(path, error)
  })
  if (stat === null) throw new RedaksiError<AttachmentsErrorCode>('attachments.not-there', { id })
  if (stat.size > LARGEST_ATTACHMENT)
    throw new RedaksiError<AttachmentsErrorCode>('attachments.too-large', { limit: LARGEST_MEGABYTES })
  const bytes = await readIfThere(path)
  if (bytes === null) throw new RedaksiError<AttachmentsErrorCode>('attachments.not-there', { id })
  requirePdf(bytes)
  return { bytes: bytes.length, ...(await readPdfContents(bytes)) }
}

function requirePdf(bytes: Uint8Array): void {
  const found = detectPdf(bytes)
  if (found === 'pdf') return
  if (found === 'damaged') throw new RedaksiError<AttachmentsErrorCode>('attachments.damaged')
  const type = nameOtherType(bytes)
  if (type === null) throw new RedaksiError<AttachmentsErrorCode>('attachments.not-a-pdf')
  throw new RedaksiError<AttachmentsErrorCode>('attachments.other-type', { type })
}

/** A damaged record is the doctor's: here it is a file of which nothing is known. */
async function listRecords(
  layout: AttachmentLayout,
  ids: readonly string[],
): Promise<readonly AttachmentRecord[]> {
  const read = async (id: string) => {
    try {
      return await openAttachmentRecord(layout, id).read()
    } catch (error) {
      if (isRedaksiError(error, 'base.file-damaged')) return null
      throw error
    }
  }
  const found = await Promise.all([...new Set(ids)].map(read))
  return found.filter((record) => record !== null)
}
