import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import sharp, { type Metadata, type Sharp } from 'sharp'
import { parseXmp } from '../picture-notes.ts'
import { formatXmp } from '../picture-notes.ts'
import { detectPictureType, type PictureType } from '../picture-type.ts'
import { writeFileDurably } from './durable-write.ts'
import { toReadError } from './failures.ts'
import { embedIim } from './picture-iim.ts'
import type {
  MadePicture,
  PictureCrop,
  PictureFacts,
  PictureOrder,
  PictureOutput,
  PictureRefusal,
  PictureResult,
} from './picture-protocol.ts'
import { findPictureEnd, hasForeignTail } from './picture-tail.ts'

/**
 * What a picture may cost. It promises that a file is decoded only once its first bytes are those of a kind we take,
 * its header has been read, and it has no more pixels than memory can hold; and that every JPEG made carries nothing of
 * what the file said of itself. The kinds that are decoded as a whole have the smaller limits.
 */
const PIXELS: Readonly<Record<PictureType, number>> = {
  jpeg: 210_000_000,
  png: 120_000_000,
  webp: 64_000_000,
  avif: 64_000_000,
  heic: 64_000_000,
}
/** A progressive JPEG's coefficients stand in memory as a whole. */
const PROGRESSIVE_PIXELS = 120_000_000
/** No part of one picture may take longer, in seconds. */
const LONGEST = 60
const FORMATS: Readonly<Record<PictureType, Metadata['format']>> = {
  jpeg: 'jpeg',
  png: 'png',
  webp: 'webp',
  avif: 'heif',
  heic: 'heif',
}

/** Everything that is not one of ours stays out of reach, whatever a file's bytes ask for. */
export function confineDecoders(): void {
  sharp.cache(false)
  // One picture at a time, calmly: whoever types has the other processor.
  sharp.concurrency(1)
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({
    operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp', 'VipsForeignLoadHeif'],
  })
}

/**
 * Reads a picture and makes JPEGs of it. What is wrong with the picture is told in the result; fails with
 * `base.read-failed`, and as `writeFileDurably` does.
 */
export async function makePictures(
  { path, outputs }: PictureOrder,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<PictureResult> {
  const read = await readPicture(path)
  if (read.kind === 'refused') return read
  const made: MadePicture[] = []
  for (const output of outputs) {
    const bytes = await renderSafely(read, output)
    if (typeof bytes === 'string') return { kind: 'refused', reason: bytes }
    made.push(await store(output, bytes))
    onProgress(made.length, outputs.length)
  }
  return { kind: 'made', facts: read.facts, outputs: made }
}

interface ReadPicture {
  readonly kind: 'read'
  readonly file: Uint8Array
  readonly facts: PictureFacts
}

async function readPicture(
  path: string,
): Promise<ReadPicture | { readonly kind: 'refused'; readonly reason: PictureRefusal }> {
  const file = await readFile(path).catch((error: unknown) => {
    throw toReadError(path, error)
  })
  const type = detectPictureType(file)
  if (type === null) return { kind: 'refused', reason: 'type' }
  const found = await sharp(file, { limitInputPixels: false })
    .metadata()
    .catch(() => null)
  if (found === null || found.format !== FORMATS[type]) return { kind: 'refused', reason: 'damaged' }
  const reason = findFault(file, type, found)
  if (reason !== null) return { kind: 'refused', reason }
  const { width, height } = found.autoOrient
  const notes = parseXmp(found.xmpAsString ?? '')
  return { kind: 'read', file, facts: { type, width, height, bytes: file.length, notes } }
}

function findFault(file: Uint8Array, type: PictureType, found: Metadata): PictureRefusal | null {
  const limit = type === 'jpeg' && found.isProgressive ? PROGRESSIVE_PIXELS : PIXELS[type]
  if (found.width * found.height > limit) return 'pixels'
  if (type === 'heic' && found.compression === 'hevc') return 'codec'
  const end = findPictureEnd(file, type)
  if (end === null) return 'damaged'
  return hasForeignTail(file, end) ? 'foreign' : null
}

async function renderSafely(
  { file, facts }: ReadPicture,
  output: PictureOutput,
): Promise<Uint8Array | PictureRefusal> {
  try {
    const rendered = await render(file, facts, output).toBuffer()
    return embedIim(rendered, output.notes)
  } catch {
    // Whatever the decoder found wrong, in words of its own that say nothing to a person.
    return facts.type === 'heic' ? 'codec' : 'damaged'
  }
}

function render(file: Uint8Array, facts: PictureFacts, { width, side, crop, quality, notes }: PictureOutput) {
  const options = { failOn: 'truncated', sequentialRead: true, limitInputPixels: PIXELS[facts.type] } as const
  let picture: Sharp = sharp(file, options).timeout({ seconds: LONGEST }).autoOrient()
  if (crop !== undefined) picture = picture.extract(placeCrop(facts, crop))
  return picture
    .resize({
      ...(width === undefined ? {} : { width }),
      ...(side === undefined ? {} : { width: side, height: side }),
      fit: 'inside',
      withoutEnlargement: true,
    })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .withXmp(formatXmp(notes))
    .jpeg({ quality })
}

/** Where a crop lies in the upright picture, in pixels. */
export function placeCrop({ width, height }: Pick<PictureFacts, 'width' | 'height'>, crop: PictureCrop) {
  const cutWidth = Math.max(1, Math.min(width, Math.round(height * crop.aspect)))
  const cutHeight = Math.max(1, Math.min(height, Math.round(cutWidth / crop.aspect)))
  return {
    left: place(crop.x * width, cutWidth, width),
    top: place(crop.y * height, cutHeight, height),
    width: cutWidth,
    height: cutHeight,
  }
}

function place(centre: number, size: number, whole: number): number {
  return Math.max(0, Math.min(whole - size, Math.round(centre - size / 2)))
}

async function store(output: PictureOutput, bytes: Uint8Array): Promise<MadePicture> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const path = output.path.replace('{sha256}', sha256)
  await writeFileDurably(path, bytes)
  const { width, height } = await sharp(bytes).metadata()
  return { path, sha256, width, height, bytes: bytes.length }
}
