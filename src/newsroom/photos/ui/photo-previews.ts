import { isRedaksiError } from '../../../base/errors.ts'
import type { AppClient } from '../../../bridge/index.ts'
import type { PhotoPreview } from '../methods.ts'
import type { PhotoRecord } from '../photo.ts'

/** A photo with a picture of it, as the page shows them. */
export interface PreviewedPhoto {
  readonly record: PhotoRecord
  readonly preview: PhotoPreview
}

/** The photos that a page has asked for, each asked for once and again when something else is said of it. */
export interface PhotoPreviews {
  /** Null for one that the library does not have, or cannot show. */
  read(id: string, size: 'small' | 'page'): Promise<PreviewedPhoto | null>
  /** Hears that something else is said of a photo; call what it returns to stop. */
  subscribe(listener: (id: string) => void): () => void
}

/** Asks the services for pictures, and keeps what they gave as long as the page is open. */
export function createPhotoPreviews(client: AppClient): PhotoPreviews {
  const previews = new Map<string, Promise<PhotoPreview>>()

  /** The picture is of the original, which never changes. */
  function readPreview(id: string, size: 'small' | 'page'): Promise<PhotoPreview> {
    const key = `${id} ${size}`
    const asked = previews.get(key) ?? client.photos.preview({ id, size })
    previews.set(key, asked)
    asked.catch(() => previews.delete(key))
    return asked
  }

  return {
    async read(id, size) {
      try {
        const [record] = await client.photos.list({ ids: [id] })
        return record === undefined ? null : { record, preview: await readPreview(id, size) }
      } catch (error) {
        // The frame stays empty; what is wrong is said when the story is to leave, or by the status line.
        if (isRedaksiError(error)) return null
        throw error
      }
    },
    subscribe: (listener) => client.on('photos.changed', ({ id }) => listener(id)),
  }
}
