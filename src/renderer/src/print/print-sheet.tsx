import { useEffect, useRef } from 'react'
import type { House } from '../../../newsroom/house/index.ts'
import type { OpenDraft } from '../page/use-open-draft.ts'
import { createStoryDocument } from '../preview/story-document.ts'
import { useStoryPreviews } from '../preview/use-story-previews.ts'
import './print.css'

/**
 * Lays the open story out alone, on a sheet of its own, whenever the page is printed, however that was asked for. With
 * each further number of `prints` it asks for that itself, once the pictures can be printed.
 */
export function PrintSheet(props: {
  readonly open: OpenDraft
  readonly house: House
  readonly prints: number
}) {
  const { open, house, prints } = props
  const photos = useStoryPreviews()
  const printed = useRef(0)
  useEffect(() => {
    let sheet: HTMLElement | null = null
    const { title } = document
    const lay = () => {
      if (sheet !== null) return sheet
      const story = open.editor.current?.getStory() ?? open.draft.story
      const page = createStoryDocument(story, { house, head: open.head, photos, now: Date.now() })
      sheet = createSheet(page)
      document.body.append(sheet)
      // What is printed to a file is named by it.
      document.title = story.headline === '' ? title : story.headline
      return sheet
    }
    const clear = () => {
      sheet?.remove()
      sheet = null
      document.title = title
    }
    window.addEventListener('beforeprint', lay)
    window.addEventListener('afterprint', clear)
    if (prints > printed.current) {
      printed.current = prints
      const pictures = [...lay().querySelectorAll('img')]
      // One that cannot be shown is printed as the gap that it is.
      void Promise.allSettled(pictures.map((picture) => picture.decode())).then(() => {
        window.print()
        clear()
      })
    }
    return () => {
      window.removeEventListener('beforeprint', lay)
      window.removeEventListener('afterprint', clear)
      clear()
    }
  }, [open, house, photos, prints])
  return null
}

/** Headline and text; the frame that the site has around them is not the story's. */
function createSheet(page: Document): HTMLElement {
  const sheet = document.createElement('article')
  sheet.className = 'print-sheet'
  const parts = [page.querySelector('.story > h1'), page.querySelector('.story > .text')]
  sheet.append(...parts.filter((part) => part !== null).map((part) => document.importNode(part, true)))
  for (const picture of sheet.querySelectorAll('img')) picture.removeAttribute('loading')
  return sheet
}
