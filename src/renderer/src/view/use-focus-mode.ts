import { useEffect } from 'react'
import type { OpenDraft } from '../page/use-open-draft.ts'
import { changeWritingView, useWritingView } from './writing-view.ts'

/** Whether nothing but the page is shown: asked for, and a story is open. Escape leaves it, where nothing else takes that key. */
export function useFocusMode(open: OpenDraft | null): boolean {
  const isFocused = useWritingView().isFocused && open !== null
  useEffect(() => {
    if (!isFocused) return
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) leaveFocus()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [isFocused])
  useEffect(() => {
    if (!isFocused) return
    // What had the focus may be hidden now.
    const frame = requestAnimationFrame(() => {
      if (document.activeElement === document.body) open?.editor.current?.focusBody()
    })
    return () => cancelAnimationFrame(frame)
  }, [isFocused, open])
  return isFocused
}

/** Brings back what is hidden: somebody wants to go there. */
export function leaveFocus(): void {
  changeWritingView({ isFocused: false })
}
