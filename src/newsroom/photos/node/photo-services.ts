import type { Clock } from '../../../base/clock.ts'
import type { PictureClient } from '../../../base/node/picture-client.ts'
import type { PictureOutput } from '../../../base/node/picture-protocol.ts'
import { PREVIEW_WIDTHS, type PhotoLayout, type PreviewSize } from './photo-layout.ts'
import type { PhotoRecords } from './photo-records.ts'

/** What the photos of a library work with. */
export interface PhotoServices {
  readonly layout: PhotoLayout
  readonly records: PhotoRecords
  readonly pictures: PictureClient
  readonly clock: Clock
  /** Fails with `drafts.read-only` where nothing may be written. */
  requireWritable(): void
}

/** A picture that says nothing of itself. */
export const NO_NOTES = { caption: '', alt: '', credit: '', copyright: '', sourceType: '' }

/** The order for a picture to be shown on this machine: it says nothing, and nobody else gets it. */
export function createPreview(layout: PhotoLayout, id: string, size: PreviewSize): PictureOutput {
  return { path: layout.preview(id, size), width: PREVIEW_WIDTHS[size], quality: 80, notes: NO_NOTES }
}
