import { useEffect, useState } from 'react'
import type { PhotoPreviews, PreviewedPhoto } from './photo-previews.ts'

/** A photo as it is known now; undefined while it is being asked for, null when it cannot be had. */
export function usePhoto(
  previews: PhotoPreviews,
  id: string,
  size: 'small' | 'page',
): PreviewedPhoto | null | undefined {
  const [photo, setPhoto] = useState<PreviewedPhoto | null | undefined>(undefined)
  useEffect(() => {
    let isOn = true
    const read = () => void previews.read(id, size).then((found) => isOn && setPhoto(found), reportError)
    setPhoto(undefined)
    read()
    const stop = previews.subscribe((changed) => changed === id && read())
    return () => {
      isOn = false
      stop()
    }
  }, [previews, id, size])
  return photo
}
