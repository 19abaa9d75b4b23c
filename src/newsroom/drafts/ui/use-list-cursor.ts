import { useCallback, useEffect, useState } from 'react'
import { getRow, PAGE, type RowsState } from './row-store.ts'

/** Where one is in the list, from 0; `id` is the draft there, so that the cursor stays on it when the list moves. */
interface Cursor {
  readonly index: number
  readonly id: string | null
  /** Where a stretch of marks begins. */
  readonly anchor: number
}

const START: Cursor = { index: 0, id: null, anchor: 0 }

/** Keeps the cursor of the list on its draft. */
export function useListCursor(state: RowsState) {
  const [cursor, setCursor] = useState(START)
  const put = useCallback(
    (index: number, anchor: number) => setCursor({ index, anchor, id: getRow(state, index)?.id ?? null }),
    [state],
  )
  useEffect(() => setCursor(START), [state.shown])
  useEffect(
    () =>
      setCursor((before) => {
        if (before.id === null) return { ...before, id: getRow(state, before.index)?.id ?? null }
        if (getRow(state, before.index)?.id === before.id) return before
        const index = findIndex(state, before.id)
        if (index === null)
          return { ...before, index: Math.max(0, Math.min(before.index, state.total - 1)), id: null }
        return { ...before, index, anchor: before.anchor + index - before.index }
      }),
    [state],
  )
  return { cursor, put }
}

/** Where a draft stands, among the rows that are loaded; null when it is not there. */
export function findIndex({ pages }: RowsState, id: string): number | null {
  for (const [page, rows] of pages) {
    const at = rows.findIndex((row) => row.id === id)
    if (at !== -1) return page * PAGE + at
  }
  return null
}
