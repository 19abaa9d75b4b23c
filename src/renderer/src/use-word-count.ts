import { useEffect, useState } from 'react'
import { countWords } from '../../newsroom/drafts/index.ts'
import type { OpenDraft } from './page/use-open-draft.ts'

/** The number of words of the open story, counted when it was saved and not at every key; null without one. */
export function useWordCount(open: OpenDraft | null): number | null {
  const [words, setWords] = useState<number | null>(null)
  const revision = open?.head.revision
  useEffect(
    () => setWords(open === null ? null : countWords(open.editor.current?.getStory() ?? open.draft.story)),
    [open, revision],
  )
  return words
}
