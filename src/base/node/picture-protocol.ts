import type { PictureNotes } from '../picture-notes.ts'
import type { PictureType } from '../picture-type.ts'

/** What is made of one picture. */
export interface PictureOrder {
  /** The file to read; it is never changed. */
  readonly path: string
  readonly outputs: readonly PictureOutput[]
}

/** A JPEG to be made: upright, in sRGB, without a byte of what the picture says of itself but the notes given here. */
export interface PictureOutput {
  /** Where it is written, durably; `{sha256}` in the name is the digest of its bytes. */
  readonly path: string
  /** The longest it may be, in pixels: its width alone, or either side. It is never enlarged. */
  readonly width?: number
  readonly side?: number
  readonly crop?: PictureCrop
  /** 1 to 100, as JPEG has it. */
  readonly quality: number
  readonly notes: PictureNotes
}

/** The largest part of a picture that has an aspect (width by height), as near to a point as its edges allow. */
export interface PictureCrop {
  readonly aspect: number
  /** Parts of the upright picture's width and height, 0 to 1. */
  readonly x: number
  readonly y: number
}

/** A picture as it was found. Width and height are those of the upright picture. */
export interface PictureFacts {
  readonly type: PictureType
  readonly width: number
  readonly height: number
  /** The size of its file. */
  readonly bytes: number
  /** The notes that it carries, as far as they are ours or in the same form. */
  readonly notes: PictureNotes
}

export interface MadePicture {
  readonly path: string
  readonly sha256: string
  readonly width: number
  readonly height: number
  readonly bytes: number
}

/**
 * Why a file is not taken as a picture. `type`: it is none of the kinds we take. `codec`: it is, and this machine has no
 * decoder for what is in it. `pixels`: it has too many. `damaged`: cut off, broken, or not what it says. `foreign`:
 * something else stands behind the picture.
 */
export type PictureRefusal = 'type' | 'codec' | 'pixels' | 'damaged' | 'foreign'

export type PictureResult =
  | { readonly kind: 'made'; readonly facts: PictureFacts; readonly outputs: readonly MadePicture[] }
  | { readonly kind: 'refused'; readonly reason: PictureRefusal }

/** An order to the worker: they are carried out one after the other. */
export interface PictureQuestion {
  readonly number: number
  readonly order: PictureOrder
}

/** What the worker says. `failure` is this machine's own disk, or a bug. */
export type PictureMessage =
  | { readonly kind: 'result'; readonly number: number; readonly result: PictureResult }
  | { readonly kind: 'progress'; readonly number: number; readonly done: number; readonly total: number }
  | {
      readonly kind: 'failure'
      readonly number: number
      readonly code: string
      readonly reason: string
      readonly path: string
    }
