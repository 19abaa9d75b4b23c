import { useCallback, useDeferredValue, useMemo, useState } from 'react'
import { keepSort, NOT_NARROWED, readSort, type LibraryAsk } from './library-ask.ts'

/** What the library is asked to show. `typed` is the query as it stands in its field; `ask` follows as soon as it can. */
export function useLibraryAsk() {
  const [kept, setKept] = useState<LibraryAsk>(() => ({ ...NOT_NARROWED, sort: readSort() }))
  const query = useDeferredValue(kept.query)
  const { status, place, writer, month, sort } = kept
  const ask = useMemo<LibraryAsk>(
    () => ({ query, status, place, writer, month, sort }),
    [query, status, place, writer, month, sort],
  )
  const change = useCallback((over: Partial<LibraryAsk>) => {
    if (over.sort !== undefined) keepSort(over.sort)
    setKept((before) => ({ ...before, ...over }))
  }, [])
  const clearAll = useCallback(() => setKept((before) => ({ ...before, ...NOT_NARROWED })), [])
  return { typed: kept.query, ask, change, clearAll }
}
