import { RedaksiError } from '../../base/errors.ts'
import {
  getAssociationDigest,
  listNinjsAttachments,
  listNinjsPhotos,
  type NinjsArticle,
} from '../../newsroom/formats/index.ts'
import type { AttachmentShelf } from '../attachments/attachment-shelf.ts'
import type { HeldAttachment, HeldPhoto } from '../../newsroom/public-page/index.ts'
import type { ProblemCode } from '../contract.ts'
import type { PhotoShelf } from '../photos/photo-shelf.ts'

/** What an article shows, by the digests of the files. */
export interface HeldFiles {
  readonly photos: ReadonlyMap<string, HeldPhoto>
  readonly attachments: ReadonlyMap<string, HeldAttachment>
}

/**
 * The photos and attachments of an article, all of which must be held. Throws `endpoint.photo-missing` or
 * `endpoint.attachment-missing` {sha256}.
 */
export async function requireFiles(
  { photos, attachments }: { readonly photos: PhotoShelf; readonly attachments: AttachmentShelf },
  article: NinjsArticle,
): Promise<HeldFiles> {
  return {
    photos: await requireHeld(photos, listNinjsPhotos(article), 'endpoint.photo-missing'),
    attachments: await requireHeld(attachments, listNinjsAttachments(article), 'endpoint.attachment-missing'),
  }
}

async function requireHeld<Held>(
  shelf: { find(sha256: string): Promise<Held | null> },
  associations: readonly { readonly uri: string }[],
  missing: ProblemCode,
): Promise<ReadonlyMap<string, Held>> {
  const held = new Map<string, Held>()
  for (const sha256 of associations.map(getAssociationDigest)) {
    const file = await shelf.find(sha256)
    if (file === null) throw new RedaksiError(missing, { sha256 })
    held.set(sha256, file)
  }
  return held
}
