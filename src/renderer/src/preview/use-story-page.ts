import { useEffect, useState } from 'react'
import type { House } from '../../../newsroom/house/index.ts'
import type { OpenDraft } from '../page/use-open-draft.ts'
import { createStoryDocument } from './story-document.ts'
import { useStoryPreviews } from './use-story-previews.ts'

/** How soon after a key the page is made anew, in milliseconds; later where making it took long, so that typing waits for nothing. */
const SOON = 200
const TIMES = 5

/** The page of the open story as the site would show it, made anew while it is written. Null until it is made first. */
export function useStoryPage({ editor, draft, head }: OpenDraft, house: House): Document | null {
  const photos = useStoryPreviews()
  const [page, setPage] = useState<Document | null>(null)
  useEffect(() => {
    let wait = SOON
    let timer: ReturnType<typeof setTimeout> | null = null
    const make = () => {
      timer = null
      const started = performance.now()
      const story = editor.current?.getStory() ?? draft.story
      setPage(createStoryDocument(story, { house, head, photos, now: Date.now() }))
      wait = Math.max(SOON, TIMES * (performance.now() - started))
    }
    make()
    const stop = editor.current?.subscribe(() => void (timer ??= setTimeout(make, wait)))
    return () => {
      stop?.()
      if (timer !== null) clearTimeout(timer)
    }
  }, [editor, draft, head, house, photos])
  return page
}
