import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Clock } from '../../../base/clock.ts'
import { isRedaksiError, RedaksiError } from '../../../base/errors.ts'
import { makeFolderDurably } from '../../../base/node/durable-write.ts'
import { readIfThere } from '../../../base/node/hashed-files.ts'
import { createKeyedQueue } from '../../../base/node/keyed-queue.ts'
import { createPictureClient, type MakeOptions } from '../../../base/node/picture-client.ts'
import type { Block } from '../../story/index.ts'
import type { PhotosErrorCode } from '../contract.ts'
import { createPhotoNotes, OUTGOING_QUALITY, OUTGOING_SIDE, type OutgoingPhoto } from '../outgoing.ts'
import { PHOTO_CROPS, type PhotoDetails, type PhotoRecord } from '../photo.ts'
import { getPhotoLayout, PREVIEW_WIDTHS, type PreviewSize } from './photo-layout.ts'
import { openPhotoRecords } from './photo-records.ts'
import { createPreview, type PhotoServices } from './photo-services.ts'
import { checkPhoto, takePhoto, type AddPhotoOptions } from './take-photo.ts'

/**
 * The photos of a library. It promises whoever took a picture: the file stays as it came, under the name of its digest;
 * what leaves is a copy that is made anew and carries nothing but what the office says of it.
 */
export interface PhotoStore {
  /**
   * Takes in the file at `from`, whose SHA-256 is `id`; it is moved into the library, or gone if it is refused. One that
   * is there already stays as it is. Fails with `photos.not-there`, with what is wrong with it, or with the signal's reason.
   */
  add(id: string, from: string, options?: AddPhotoOptions): Promise<PhotoRecord>
  /** Decodes the picture at a path, and changes nothing. Fails as `add` does with what is wrong with it. */
  check(id: string, path: string, options?: Pick<MakeOptions, 'signal'>): Promise<void>
  /** The file as it came. Fails with `photos.not-found`, or `photos.original-damaged`. */
  readOriginal(id: string): Promise<Uint8Array>
  /** What is known of photos, those left out of which nothing is. */
  list(ids: readonly string[]): Promise<readonly PhotoRecord[]>
  /** Says something else of a photo. Fails with `photos.not-found`. */
  update(id: string, details: PhotoDetails): Promise<PhotoRecord>
  /** A picture to be shown. Fails with `photos.not-found`, or when the original is damaged. */
  preview(id: string, size: PreviewSize): Promise<PreviewPicture>
  /** Makes the copy of a photo that leaves with a story, as its block says it; the same again is the same file. */
  makeCopy(block: Extract<Block, { kind: 'photo' }>): Promise<OutgoingPhoto>
  /** The bytes of an outgoing copy. Fails with `photos.copy-missing`. */
  readCopy(sha256: string): Promise<Uint8Array>
  /** Waits for what is being written, and ends the worker. */
  close(): Promise<void>
}

export interface PreviewPicture {
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
}

export interface PhotoStoreOptions {
  /** The library's folder. */
  readonly folder: string
  readonly mode: 'read' | 'write'
  readonly clock: Clock
  readonly workerUrl?: URL
}

/** Opens the photos of a library; nothing is read yet. */
export function openPhotoStore({ folder, mode, clock, workerUrl }: PhotoStoreOptions): PhotoStore {
  const layout = getPhotoLayout(folder)
  const inTurn = createKeyedQueue()
  const services: PhotoServices = {
    layout,
    records: openPhotoRecords(layout),
    pictures: createPictureClient(workerUrl === undefined ? {} : { workerUrl }),
    clock,
    requireWritable() {
      if (mode === 'read') throw new RedaksiError('drafts.read-only', { folder })
    },
  }
  return {
    add: (id, from, options = {}) => inTurn.run(id, () => takePhoto(services, id, from, options)),
    check: (id, path, options = {}) => checkPhoto(services, id, path, options),
    readOriginal: (id) => readOriginal(services, id),
    list: (ids) => listRecords(services, ids),
    update: (id, details) => inTurn.run(id, () => updateRecord(services, id, details)),
    preview: (id, size) => readPreview(services, id, size),
    makeCopy: (block) => makeCopy(services, block),
    readCopy: (sha256) => readCopy(services, sha256),
    async close() {
      await inTurn.settle()
      await services.pictures.close()
    },
  }
}

/** A damaged record is the doctor's: here it is a photo of which nothing is known, and the others are shown. */
async function listRecords(
  { records }: PhotoServices,
  ids: readonly string[],
): Promise<readonly PhotoRecord[]> {
  const read = async (id: string) => {
    try {
      return await records.read(id)
    } catch (error) {
      if (isRedaksiError(error, 'base.file-damaged')) return null
      throw error
    }
  }
  const found = await Promise.all([...new Set(ids)].map(read))
  return found.filter((record) => record !== null)
}

async function readOriginal({ layout, records }: PhotoServices, id: string): Promise<Uint8Array> {
  const { type } = await records.require(id)
  const bytes = await readIfThere(layout.original(id, type))
  if (bytes !== null && createHash('sha256').update(bytes).digest('hex') === id) return bytes
  throw new RedaksiError<PhotosErrorCode>('photos.original-damaged', { id })
}

async function updateRecord(
  services: PhotoServices,
  id: string,
  details: PhotoDetails,
): Promise<PhotoRecord> {
  const { records } = services
  services.requireWritable()
  const record = { ...(await records.require(id)), ...details }
  await records.write(record)
  await records.remember(details)
  return record
}

async function readPreview(services: PhotoServices, id: string, size: PreviewSize): Promise<PreviewPicture> {
  const { layout, records, pictures } = services
  const { type, ...record } = await records.require(id)
  const width = Math.min(record.width, PREVIEW_WIDTHS[size])
  const height = Math.max(1, Math.round((record.height * width) / record.width))
  const there = await readIfThere(layout.preview(id, size))
  if (there !== null) return { bytes: there, width, height }
  services.requireWritable()
  await makeFolderDurably(layout.previews)
  const outputs = [createPreview(layout, id, size)]
  const result = await pictures.make({ path: layout.original(id, type), outputs })
  if (result.kind === 'refused') throw new RedaksiError<PhotosErrorCode>('photos.original-damaged', { id })
  return { bytes: await readFile(layout.preview(id, size)), width, height }
}

async function makeCopy(
  services: PhotoServices,
  block: Extract<Block, { kind: 'photo' }>,
): Promise<OutgoingPhoto> {
  const { layout, records, pictures } = services
  services.requireWritable()
  const record = await records.require(block.photo)
  await makeFolderDurably(layout.copies)
  const aspect = PHOTO_CROPS[record.crop]
  const output = {
    path: layout.copy('{sha256}'),
    side: OUTGOING_SIDE,
    quality: OUTGOING_QUALITY,
    notes: createPhotoNotes(record, block),
    ...(aspect === null ? {} : { crop: { aspect, ...record.focus } }),
  }
  const result = await pictures.make({ path: layout.original(record.id, record.type), outputs: [output] })
  const made = result.kind === 'made' ? result.outputs[0] : undefined
  if (made === undefined)
    throw new RedaksiError<PhotosErrorCode>('photos.original-damaged', { id: record.id })
  const { sha256, width, height, bytes } = made
  const { credit, rights, origin } = record
  return { sha256, width, height, bytes, credit, rights, origin }
}

async function readCopy({ layout }: PhotoServices, sha256: string): Promise<Uint8Array> {
  const bytes = await readIfThere(layout.copy(sha256))
  if (bytes === null) throw new RedaksiError<PhotosErrorCode>('photos.copy-missing', { sha256 })
  return bytes
}
