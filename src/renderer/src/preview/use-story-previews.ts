import { useEffect, useState } from 'react'
import type { PreviewedPhoto } from '../../../newsroom/photos/ui/index.ts'
import { usePhotosDesk } from '../photos/photos-desk.tsx'

/** The photos of the open story that can be shown, by their ids; kept in step with what is said of them. */
export function useStoryPreviews(): ReadonlyMap<string, PreviewedPhoto> {
  const { previews, blocks } = usePhotosDesk()
  const [photos, setPhotos] = useState<ReadonlyMap<string, PreviewedPhoto>>(new Map())
  const ids = [...new Set(blocks.map(({ photo }) => photo))].join(' ')
  useEffect(() => {
    let isStale = false
    const read = async () => {
      const read = await Promise.all(
        ids.split(' ').map((id) => (id === '' ? null : previews.read(id, 'page'))),
      )
      const found = read.filter((photo) => photo !== null)
      if (!isStale) setPhotos(new Map(found.map((photo) => [photo.record.id, photo])))
    }
    read().catch(reportError)
    const stop = previews.subscribe(() => void read().catch(reportError))
    return () => {
      isStale = true
      stop()
    }
  }, [previews, ids])
  return photos
}
