import { RedaksiError } from '../../base/errors.ts'
import type { NinjsArticle } from '../../newsroom/formats/index.ts'
import type { HeldPhoto } from '../../newsroom/public-page/index.ts'
import type { PhotoShelf } from '../photos/photo-shelf.ts'

/** The photos of an article, by their names, all of which must be held. Throws `endpoint.photo-missing` {sha256}. */
export async function requirePhotos(
  photos: PhotoShelf,
  { associations = [] }: NinjsArticle,
): Promise<ReadonlyMap<string, HeldPhoto>> {
  const held = new Map<string, HeldPhoto>()
  for (const { uri } of associations) {
    const sha256 = uri.slice('urn:sha256:'.length)
    const photo = await photos.find(sha256)
    if (photo === null) throw new RedaksiError('endpoint.photo-missing', { sha256 })
    held.set(sha256, photo)
  }
  return held
}
