import { useEffect, useRef } from 'react'
import type { Desk } from '../desk.ts'
import { isHandoverFile, openHandedIn, openHandoverFile } from './open-file.ts'

/** Opens hand-over files that are dropped anywhere on the window, or opened outside it. It shows nothing. */
export function HandoverWatch({ desk }: { readonly desk: Desk }) {
  const latest = useRef(desk)
  useEffect(() => void (latest.current = desk))
  useEffect(() => watchDrops((file) => latest.current.run(openHandoverFile(file))), [])
  const { client } = desk
  useEffect(() => {
    // One may have been opened before the page was there.
    const take = async () => {
      const file = await client.handover.takeOpened()
      if (file !== null) latest.current.run(openHandedIn(file))
    }
    latest.current.run(take)
    return client.on('handover.opened', () => latest.current.run(take))
  }, [client])
  return null
}

/** Before any part of the page that takes files; those that are no hand-over files are left to it. */
function watchDrops(onFile: (file: File) => void): () => void {
  const onDrop = (event: DragEvent) => {
    const file = [...(event.dataTransfer?.files ?? [])].find(isHandoverFile)
    if (file === undefined) return
    event.preventDefault()
    event.stopPropagation()
    onFile(file)
  }
  // A browser that is not told to let go would show the file in the desk's place.
  const onOver = (event: DragEvent) => {
    if (event.dataTransfer?.types.includes('Files') === true) event.preventDefault()
  }
  window.addEventListener('drop', onDrop, { capture: true })
  window.addEventListener('drop', onOver)
  window.addEventListener('dragover', onOver)
  return () => {
    window.removeEventListener('drop', onDrop, { capture: true })
    window.removeEventListener('drop', onOver)
    window.removeEventListener('dragover', onOver)
  }
}
