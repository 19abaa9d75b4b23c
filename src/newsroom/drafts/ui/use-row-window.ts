import { useCallback, useEffect, useState } from 'react'
import { computeWindow, ROW_HEIGHT, type RowWindow } from './row-window.ts'
import type { DraftRows } from './use-draft-rows.ts'

/** Keeps the rows that have to be in the page, as it is scrolled and as it changes its height. */
export function useRowWindow(
  { state, see }: DraftRows,
  box: { readonly current: HTMLDivElement | null },
): {
  readonly window: RowWindow
  readonly watch: (element: HTMLDivElement | null) => (() => void) | undefined
  readonly onScroll: () => void
} {
  const [place, setPlace] = useState({ top: 0, height: 800 })
  const { from, to } = computeWindow(place.top, place.height, state.total)
  const measure = useCallback((element: HTMLDivElement | null) => {
    if (element === null) return
    const next = { top: element.scrollTop, height: element.clientHeight }
    setPlace((before) => (isAlike(before, next) ? before : next))
  }, [])
  const watch = useCallback(
    (element: HTMLDivElement | null) => {
      if (element === null) return
      measure(element)
      const observer = new ResizeObserver(() => measure(element))
      observer.observe(element)
      return () => observer.disconnect()
    },
    [measure],
  )
  // What is asked anew is shown from its top.
  useEffect(() => {
    if (box.current !== null) box.current.scrollTop = 0
  }, [state.shown, box])
  useEffect(() => see(from, Math.max(to, from + 1)), [see, from, to, state.pages])
  return { window: { from, to }, watch, onScroll: () => measure(box.current) }
}

/** Whether the same rows have to be in the page. */
function isAlike(a: { top: number; height: number }, b: { top: number; height: number }): boolean {
  const [one, other] = [a, b].map(({ top, height }) =>
    computeWindow(top, height, Number.MAX_SAFE_INTEGER / ROW_HEIGHT),
  )
  return one?.from === other?.from && one?.to === other?.to
}
