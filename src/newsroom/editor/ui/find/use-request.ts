import { useEffect, useRef } from 'react'
import type { FoundText } from '../../find-text.ts'
import type { FindRequest } from './find-request.ts'
import type { FindStore } from './find-store.ts'

/** Does what was asked for: in the text, it goes on from the caret. */
export function useRequest(
  request: FindRequest,
  store: FindStore,
  goToText: () => void,
  open: () => void,
): void {
  const done = useRef<FindRequest | null>(null)
  useEffect(() => {
    const { act, isInText, selected, start, end } = request
    if (done.current === request) return
    const isFirst = done.current === null
    done.current = request
    if (!isFirst && (act === 'next' || act === 'previous')) {
      const from = act === 'next' ? end : start
      store.go(act === 'next' ? 1 : -1, isInText ? from : null)
      return isInText ? goToText() : undefined
    }
    if (selected !== '') store.setQuery({ text: selected, isPattern: false })
    if (isInText) store.refresh(start)
    open()
  })
}

/** The find that one is at. */
export function readCurrent(store: FindStore): FoundText | undefined {
  const { found, current } = store.getState()
  return current === null ? undefined : found[current]
}
