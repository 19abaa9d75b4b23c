import { useCallback } from 'react'
import { useClosing } from '../use-library-fold.ts'
import { changeWritingView, readWritingView, useWritingView } from './writing-view.ts'

/** Whether the inspector is opened: on a small window it stands over the page, until Escape or a press beside it. */
export function useInspectorOver(): boolean {
  const { isInspectorOver } = useWritingView()
  const close = useCallback(() => changeWritingView({ isInspectorOver: false }), [])
  useClosing(isInspectorOver, close, '.page, .rail')
  return isInspectorOver
}

/** Opens the inspector over the page, or closes it. */
export function toggleInspector(): void {
  const isInspectorOver = !readWritingView().isInspectorOver
  changeWritingView({ isInspectorOver })
  if (!isInspectorOver) return
  // Its tabs can be focused once it is shown.
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>('.inspector [role="tab"][tabindex="0"]')?.focus(),
  )
}
