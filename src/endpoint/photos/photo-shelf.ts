import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { isRedaksiError, RedaksiError } from '../../base/errors.ts'
import { makeFolderDurably, nodeFiles, writeFileDurably } from '../../base/node/durable-write.ts'
import { createJsonFile, encodeJson } from '../../base/node/json-file.ts'
import { createKeyedQueue } from '../../base/node/keyed-queue.ts'
import { createPictureClient, type PictureClient } from '../../base/node/picture-client.ts'
import type { PictureFacts, PictureRefusal, PictureResult } from '../../base/node/picture-protocol.ts'
import { detectPictureType } from '../../base/picture-type.ts'
import type { HeldPhoto } from '../../newsroom/public-page/index.ts'

/**
 * Where the endpoint keeps photos, beside its store. It promises readers the same as the articles: what they get was
 * made anew here, and says nothing but its credit, whatever the file that was put says.
 */
export interface PhotoShelf {
  find(sha256: string): Promise<HeldPhoto | null>
  /**
   * Takes a JPEG in; it is on disk with all its widths when this resolves. One that is held already stays as it is. Fails
   * with `endpoint.photo-mismatch`, `endpoint.photo-invalid` {reason} or `endpoint.store-full`; then nothing is held.
   */
  put(sha256: string, bytes: Uint8Array): Promise<HeldPhoto>
  /** A held photo in one of its widths; null in any other. */
  read(sha256: string, width: number): Promise<Uint8Array | null>
  close(): Promise<void>
}

/** The widths that a page asks for, besides the photo's own: a phone, twice that, a wide column on a fine screen. */
const WIDTHS = [480, 960, 1440]
const LARGEST_WIDTH = 2048
const QUALITY = 82
/** What a newsroom sends has a tenth of it. */
const PIXELS = 50_000_000

const heldSchema = z.strictObject({
  sha256: z.string(),
  width: z.int().min(1),
  height: z.int().min(1),
  widths: z.array(z.int().min(1)).min(1),
})

/** Opens the shelf in a folder, which is made at the first photo. */
export function openPhotoShelf(folder: string, pictures: PictureClient = createPictureClient()): PhotoShelf {
  const inTurn = createKeyedQueue()
  const places = (sha256: string): Places => ({
    folder: join(folder, sha256),
    received: join(folder, sha256, 'received.jpg'),
    facts: join(folder, sha256, 'photo.json'),
    width: (width) => join(folder, sha256, `${width}.jpg`),
  })
  return {
    find: (sha256) => readHeld(places(sha256)),
    put: (sha256, bytes) => inTurn.run(sha256, () => take(places(sha256), sha256, bytes, pictures)),
    async read(sha256, width) {
      const held = await readHeld(places(sha256))
      return held?.widths.includes(width) === true ? nodeFiles.read(places(sha256).width(width)) : null
    },
    async close() {
      await inTurn.settle()
      await pictures.close()
    },
  }
}

interface Places {
  readonly folder: string
  readonly received: string
  /** Written last: without it nothing is held. */
  readonly facts: string
  readonly width: (width: number) => string
}

/** What cannot be read is as good as not held: the next put makes it whole again. */
async function readHeld({ facts }: Places): Promise<HeldPhoto | null> {
  try {
    return await createJsonFile({ path: facts, parse: (value) => heldSchema.parse(value) }).read()
  } catch (error) {
    if (isRedaksiError(error, 'base.file-damaged')) return null
    throw error
  }
}

async function take(
  places: Places,
  sha256: string,
  bytes: Uint8Array,
  pictures: PictureClient,
): Promise<HeldPhoto> {
  if (createHash('sha256').update(bytes).digest('hex') !== sha256)
    throw new RedaksiError('endpoint.photo-mismatch', { sha256 })
  const known = await readHeld(places)
  if (known !== null) return known
  if (detectPictureType(bytes) !== 'jpeg') throw refuse('type')
  try {
    await makeFolderDurably(places.folder)
    await writeFileDurably(places.received, bytes)
    const held = await makeWidths(places, sha256, pictures)
    await writeFileDurably(places.facts, encodeJson(held))
    return held
  } catch (error) {
    await rm(places.folder, { recursive: true, force: true })
    throw isRedaksiError(error, 'base.disk-full') ? new RedaksiError('endpoint.store-full', {}, error) : error
  }
}

async function makeWidths(places: Places, sha256: string, pictures: PictureClient): Promise<HeldPhoto> {
  const { width, height, notes } = accept(await pictures.make({ path: places.received, outputs: [] }))
  const widths = chooseWidths(width)
  const outputs = widths.map((each) => ({ path: places.width(each), width: each, quality: QUALITY, notes }))
  accept(await pictures.make({ path: places.received, outputs }))
  return { sha256, width, height, widths }
}

function accept(result: PictureResult): PictureFacts {
  if (result.kind === 'refused') throw refuse(result.reason)
  if (result.facts.width * result.facts.height > PIXELS) throw refuse('pixels')
  return result.facts
}

function refuse(reason: PictureRefusal): RedaksiError {
  return new RedaksiError('endpoint.photo-invalid', { reason })
}

/** The widths of a photo: those that it can fill, and its own as far as a page may want it. */
export function chooseWidths(width: number): readonly number[] {
  const own = Math.min(width, LARGEST_WIDTH)
  return [...WIDTHS.filter((each) => each < own), own]
}
