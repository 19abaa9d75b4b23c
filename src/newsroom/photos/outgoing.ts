import type { PictureNotes } from '../../base/picture-notes.ts'
import { getBlockText, type Block, type Story } from '../story/index.ts'
import { PHOTO_ORIGINS, type PhotoOrigin, type PhotoRecord } from './photo.ts'

/** A copy of a photo that may leave: clean, upright, of a sensible size, with its credit in it. */
export interface OutgoingPhoto {
  /** SHA-256 of the copy's bytes: the name it has outside. */
  readonly sha256: string
  /** In pixels. */
  readonly width: number
  readonly height: number
  /** The size of its file. */
  readonly bytes: number
  readonly credit: string
  readonly rights: string
  readonly origin: PhotoOrigin
}

/** Either side of an outgoing copy, at most, in pixels: enough for a wide screen, too little for a poster. */
export const OUTGOING_SIDE = 2048
/** As JPEG counts it: no loss that a reader sees, a tenth of the original's size. */
export const OUTGOING_QUALITY = 86

/** What an outgoing copy says of itself: what stands under it in this story, and whose it is. */
export function createPhotoNotes(
  record: PhotoRecord,
  block: Extract<Block, { kind: 'photo' }>,
): PictureNotes {
  return {
    caption: getBlockText(block),
    alt: block.alt,
    credit: record.credit,
    copyright: record.rights,
    sourceType: PHOTO_ORIGINS[record.origin],
  }
}

/** A story as it leaves: each photo under the name of its outgoing copy, given by its block's id. */
export function replacePhotos<S extends Pick<Story, 'blocks'>>(
  story: S,
  copies: ReadonlyMap<Block['id'], OutgoingPhoto>,
): S {
  return {
    ...story,
    blocks: story.blocks.map((block) =>
      block.kind === 'photo' ? { ...block, photo: copies.get(block.id)?.sha256 ?? block.photo } : block,
    ),
  }
}
