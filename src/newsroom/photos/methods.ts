import { z } from 'zod'
import { declareOffer, typed } from '../../base/offer.ts'
import type { PhotoRecord } from './photo.ts'
import { photoDetailsSchema, photoIdSchema } from './schemas.ts'

/** A small picture to be shown at once: `source` is a data address of a JPEG. */
export interface PhotoPreview {
  readonly source: string
  /** In pixels. */
  readonly width: number
  readonly height: number
}

/** How far taking a photo in is: pictures made of it, of those to be made. */
export interface PhotoProgress {
  readonly id: string
  readonly done: number
  readonly total: number
}

const id = photoIdSchema
const MOST = 200

/** What photos offer to the interface. The bytes of a new one are handed in first, under their SHA-256. */
export const photosOffer = declareOffer({
  methods: {
    /** Takes in a photo whose bytes were handed in; one that is there already is told as it is. */
    import: { input: z.strictObject({ id }), reply: typed<PhotoRecord>() },
    /** Stops taking a photo in: `import` fails, and nothing of it stays. */
    cancel: { input: z.strictObject({ id }), reply: typed<null>() },
    /** What is known of photos, those left out that the library does not have. */
    list: { input: z.strictObject({ ids: z.array(id).max(MOST) }), reply: typed<readonly PhotoRecord[]>() },
    update: { input: z.strictObject({ id, details: photoDetailsSchema }), reply: typed<PhotoRecord>() },
    /** `small` is for a list, `page` for the width of a story. */
    preview: {
      input: z.strictObject({ id, size: z.enum(['small', 'page']) }),
      reply: typed<PhotoPreview>(),
    },
  },
  events: {
    progress: typed<PhotoProgress>(),
    /** What is known of a photo has changed. */
    changed: typed<{ readonly id: string }>(),
  },
})
