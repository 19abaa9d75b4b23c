import { z } from 'zod'
import { PICTURE_TYPES } from '../../base/picture-type.ts'
import { PHOTO_CROPS, PHOTO_ORIGINS, type PhotoRecord } from './photo.ts'

/** The stored shapes of photos. They stand apart from the rules, which the page uses without them. */

/** The longest of the texts, in UTF-16 units. */
const LONGEST_TEXT = 5_000

const text = z.string().max(LONGEST_TEXT)
const part = z.number().min(0).max(1)
const digest = z.string().regex(/^[0-9a-f]{64}$/)
const details = {
  caption: text,
  alt: text,
  credit: text,
  rights: text,
  consent: z.strictObject({ minors: z.boolean(), note: text }),
  origin: z.enum(listKeys(PHOTO_ORIGINS)),
  crop: z.enum(listKeys(PHOTO_CROPS)),
  focus: z.strictObject({ x: part, y: part }),
}

/** The parser of a photo's name. */
export const photoIdSchema = digest
/** The parser of what people say of a photo. */
export const photoDetailsSchema = z.strictObject(details)

const recordSchema = z.strictObject({
  schema: z.literal(1),
  id: digest,
  type: z.enum(PICTURE_TYPES),
  width: z.int().min(1),
  height: z.int().min(1),
  bytes: z.int().min(1),
  addedAt: z.iso.datetime(),
  ...details,
})

/** Reads a photo's record from untrusted data. Throws zod's error, which names the place, when it is not one. */
export function parsePhotoRecord(value: unknown): PhotoRecord {
  return recordSchema.parse(value)
}

/** Whether a text is a photo's name, and so may be part of a path. */
export function isPhotoId(name: string): boolean {
  return digest.safeParse(name).success
}

function listKeys<Key extends string>(table: Readonly<Record<Key, unknown>>): readonly Key[] {
  return Object.keys(table) as Key[]
}
