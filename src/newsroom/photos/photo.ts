import { z } from 'zod'
import { PICTURE_TYPES, type PictureType } from '../../base/picture-type.ts'

/**
 * How a picture came to be, with the address that the IPTC has for it (Digital Source Type NewsCodes): that is what goes
 * out with every copy, and what tells a picture made by a machine from one made with a camera.
 */
export const PHOTO_ORIGINS = {
  camera: 'http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture',
  edited: 'http://cv.iptc.org/newscodes/digitalsourcetype/humanEdits',
  scan: 'http://cv.iptc.org/newscodes/digitalsourcetype/print',
  'ai-edited': 'http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia',
  ai: 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia',
} as const

export type PhotoOrigin = keyof typeof PHOTO_ORIGINS

/** The shapes that a photo may be cut to, width by height; `whole` is as it was taken. */
export const PHOTO_CROPS = { whole: null, '3:2': 3 / 2, '16:9': 16 / 9, '4:3': 4 / 3, '1:1': 1 } as const

export type PhotoCrop = keyof typeof PHOTO_CROPS

/** What people say of a photo, wherever it stands. */
export interface PhotoDetails {
  /** What was last said under it, and in its stead; in a story its block says so itself. */
  readonly caption: string
  readonly alt: string
  /** Who took it and for whom, as it is printed beside the caption: `awh/KPU Kota Semarang`. */
  readonly credit: string
  /** The copyright notice, for the copies that leave. */
  readonly rights: string
  readonly consent: {
    /** Children can be told by their faces. */
    readonly minors: boolean
    /** Who agreed, and when. It stays in the library. */
    readonly note: string
  }
  readonly origin: PhotoOrigin
  readonly crop: PhotoCrop
  /** What must stay in view, as parts of the width and the height, 0 to 1. */
  readonly focus: { readonly x: number; readonly y: number }
}

/** A photo of the library: the file as it came, untouched, and what is known of it. */
export interface PhotoRecord extends PhotoDetails {
  readonly schema: 1
  /** SHA-256 of the original's bytes, 64 lower-case hex digits. */
  readonly id: string
  readonly type: PictureType
  /** In pixels, of the upright picture. */
  readonly width: number
  readonly height: number
  /** The size of the original. */
  readonly bytes: number
  readonly addedAt: string
}

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

/** What is asked for once and remembered: the next photo starts with it. */
export type RememberedDetails = Pick<PhotoDetails, 'credit' | 'rights'>

/** What is known of a photo before anyone has said anything. `camera` is the most likely, and the person sees it. */
export function createPhotoDetails({ credit, rights }: RememberedDetails): PhotoDetails {
  return {
    caption: '',
    alt: '',
    credit,
    rights,
    consent: { minors: false, note: '' },
    origin: 'camera',
    crop: 'whole',
    focus: { x: 0.5, y: 0.5 },
  }
}

/** Whether readers must be told that a machine made the picture, or a part of it. */
export function isMadeByMachine({ origin }: Pick<PhotoDetails, 'origin'>): boolean {
  return origin === 'ai' || origin === 'ai-edited'
}

function listKeys<Key extends string>(table: Readonly<Record<Key, unknown>>): readonly Key[] {
  return Object.keys(table) as Key[]
}
