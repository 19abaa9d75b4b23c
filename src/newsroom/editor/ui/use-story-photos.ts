import { DRAG_DROP_PASTE } from '@lexical/rich-text'
import { COMMAND_PRIORITY_LOW } from 'lexical'
import { useEffect, useRef } from 'react'
import type { StoryPhotos } from './story-photos.ts'
import type { StoryEditorCore } from './lexical/create-story-editor.ts'
import { followPhotoFrames, followPhotoPicks } from './lexical/photo-frames.ts'

/** Shows the photos of the story in their places, and hands on the files that are dropped on the text or pasted into it. */
export function useStoryPhotos({ editor }: StoryEditorCore, photos: StoryPhotos | undefined): void {
  const latest = useRef(photos)
  useEffect(() => void (latest.current = photos))
  const show = photos?.show
  const subscribe = photos?.subscribe
  useEffect(
    () =>
      show === undefined || subscribe === undefined
        ? undefined
        : followPhotoFrames(editor, { show, subscribe }),
    [editor, show, subscribe],
  )
  useEffect(
    () =>
      editor.registerCommand(
        DRAG_DROP_PASTE,
        (files) => {
          latest.current?.onFiles(files)
          return true
        },
        COMMAND_PRIORITY_LOW,
      ),
    [editor],
  )
  useEffect(() => {
    let stop = () => {}
    const unregister = editor.registerRootListener((root) => {
      stop()
      stop =
        root === null ? () => {} : followPhotoPicks(root, editor, (block) => latest.current?.onPick(block))
    })
    return () => {
      unregister()
      stop()
    }
  }, [editor])
}
