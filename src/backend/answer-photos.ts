import type { AppContract, Handlers } from '../bridge/index.ts'
import { RedaksiError } from '../base/errors.ts'
import type { PhotoProgress, PhotosErrorCode } from '../newsroom/photos/index.ts'
import type { Draft } from '../newsroom/drafts/index.ts'
import type { Newsroom } from './newsroom.ts'
import { lapseSignOffs } from './sign-off.ts'

export interface PhotosTellers {
  readonly progress: (progress: PhotoProgress) => void
  readonly changed: (id: string) => void
  /** A story is no longer signed off, since its photo is described otherwise now. */
  readonly lapsed: (draft: Draft) => void
}

/** Answers for photos. `getPath` says where bytes lie that the page has handed in under a digest. */
export function createPhotosHandlers(
  newsroom: Newsroom,
  getPath: (sha256: string) => string,
  tell: PhotosTellers,
): Handlers<AppContract>['photos'] {
  const { photos } = newsroom
  const stops = new Map<string, AbortController>()
  return {
    async import({ id }) {
      const stop = stops.get(id) ?? new AbortController()
      stops.set(id, stop)
      const onProgress = (done: number, total: number) => tell.progress({ id, done, total })
      try {
        return await photos.add(id, getPath(id), { signal: stop.signal, onProgress })
      } finally {
        stops.delete(id)
      }
    },
    cancel({ id }) {
      stops.get(id)?.abort(new RedaksiError<PhotosErrorCode>('photos.stopped', { id }))
      return null
    },
    list: ({ ids }) => photos.list(ids),
    async update({ id, details }) {
      const record = await photos.update(id, details)
      for (const draft of await lapseSignOffs(newsroom, id)) tell.lapsed(draft)
      tell.changed(id)
      return record
    },
    async preview({ id, size }) {
      const { bytes, width, height } = await photos.preview(id, size)
      return { source: `data:image/jpeg;base64,${Buffer.from(bytes).toString('base64')}`, width, height }
    },
  }
}
