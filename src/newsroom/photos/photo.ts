import type { PictureType } from '../../base/picture-type.ts'

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
