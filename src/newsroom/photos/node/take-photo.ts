import { toIso } from '../../../base/clock.ts'
import { RedaksiError } from '../../../base/errors.ts'
import { makeFolderDurably, nodeFiles } from '../../../base/node/durable-write.ts'
import { toReadError } from '../../../base/node/failures.ts'
import { moveDurably } from '../../../base/node/hashed-files.ts'
import type { MakeOptions } from '../../../base/node/picture-client.ts'
import type { PictureFacts, PictureOutput, PictureRefusal } from '../../../base/node/picture-protocol.ts'
import { removeQuietly } from '../../../base/node/temporary.ts'
import type { PhotosErrorCode } from '../contract.ts'
import { createPhotoDetails, type PhotoDetails, type PhotoRecord } from '../photo.ts'
import { listPhotoNames } from './photo-layout.ts'
import { createPreview, NO_NOTES, type PhotoServices } from './photo-services.ts'

export interface AddPhotoOptions extends MakeOptions {
  /** What is said of it already; left out, what was last said of another. */
  readonly details?: PhotoDetails
}

/**
 * Takes a photo in. Its file is moved, not copied, and only once the whole picture was decoded; what is known of it is
 * written last, so that a run that is killed in between is taken up by the next one. Fails as `PhotoStore.add` does.
 */
export async function takePhoto(
  services: PhotoServices,
  id: string,
  from: string,
  options: AddPhotoOptions,
): Promise<PhotoRecord> {
  const { layout, records, clock } = services
  services.requireWritable()
  const type = (await listPhotoNames(layout)).originals.get(id)
  const known = type === undefined ? null : await records.read(id)
  if (known !== null) {
    await removeQuietly(from, nodeFiles)
    return known
  }
  await makeFolderDurably(layout.folder)
  await makeFolderDurably(layout.previews)
  // What a run that was killed has moved already is taken up from where it is.
  const path = type === undefined ? from : layout.original(id, type)
  const facts = await inspectFile(services, id, path, options).catch(async (error: unknown) => {
    if (path === from) await removeQuietly(from, nodeFiles)
    throw error
  })
  if (path === from) await moveDurably(from, layout.original(id, facts.type))
  const { width, height, bytes } = facts
  const details = options.details ?? createPhotoDetails(await records.recall())
  const record: PhotoRecord = {
    ...{ schema: 1, id, type: facts.type, width, height, bytes },
    ...{ addedAt: toIso(clock.now()), ...details },
  }
  await records.write(record)
  return record
}

/** Makes the previews, and so decodes the picture as a whole: one that is cut off somewhere does not pass. */
async function inspectFile(
  { layout, pictures }: PhotoServices,
  id: string,
  path: string,
  options: MakeOptions,
): Promise<PictureFacts> {
  const stat = await nodeFiles.stat(path).catch((error: unknown) => {
    throw toReadError(path, error)
  })
  if (stat === null) throw new RedaksiError<PhotosErrorCode>('photos.not-there', { id })
  const sizes = ['small', 'page'] as const
  const outputs = sizes.map((size) => createPreview(layout, id, size))
  const result = await pictures.make({ path, outputs }, options)
  if (result.kind === 'refused') throw refuse(result.reason, id)
  return result.facts
}

/** Decodes a picture as a whole, as taking it in does. Nothing is made of it. */
export async function checkPhoto(
  { pictures }: PhotoServices,
  id: string,
  path: string,
  options: MakeOptions,
): Promise<void> {
  const preview: PictureOutput = { path: `${path}.jpg`, width: 320, quality: 80, notes: NO_NOTES }
  const result = await pictures.make({ path, outputs: [preview] }, options)
  if (result.kind === 'refused') throw refuse(result.reason, id)
  await removeQuietly(preview.path, nodeFiles)
}

const CODES: Readonly<Record<PictureRefusal, PhotosErrorCode>> = {
  type: 'photos.not-a-photo',
  codec: 'photos.codec-missing',
  pixels: 'photos.too-many-pixels',
  damaged: 'photos.damaged',
  foreign: 'photos.foreign',
}
/** In millions, as it is said to people: what any kind of file may have. */
const MEGAPIXELS = 120

function refuse(reason: PictureRefusal, id: string): RedaksiError<PhotosErrorCode> {
  return new RedaksiError(CODES[reason], reason === 'pixels' ? { id, limit: MEGAPIXELS } : { id })
}
