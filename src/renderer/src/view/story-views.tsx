import { useEffect, useState } from 'react'
import { createLate } from '../../../base/ui/late.tsx'
import type { House } from '../../../newsroom/house/index.ts'
import type { OpenDraft } from '../page/use-open-draft.ts'
import { changeWritingView, useWritingView } from './writing-view.ts'

const PreviewPane = createLate(async () => (await import('../preview/preview-pane.tsx')).PreviewPane, {
  hold: false,
})
const PrintSheet = createLate(async () => (await import('../print/print-sheet.tsx')).PrintSheet, {
  hold: true,
})

/** When the sheet for printing may be made ready, in milliseconds after the story was opened: long after its first key. */
const LATER_MS = 3_000

/** The other ways to see the open story: as readers will, and on paper. */
export function StoryViews({ open, house }: { readonly open: OpenDraft; readonly house: House }) {
  const { isPreviewed, prints } = useWritingView()
  const [isLater, setLater] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLater(true), LATER_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <>
      {isPreviewed ? (
        <PreviewPane open={open} house={house} onClose={() => changeWritingView({ isPreviewed: false })} />
      ) : null}
      {isLater || prints > 0 ? <PrintSheet open={open} house={house} prints={prints} /> : null}
    </>
  )
}
