import { useCallback, useRef, useState } from 'react'
import { useLibraryFold } from './use-library-fold.ts'
import { useSelection } from './use-selection.ts'

/** Where the person is: which draft is chosen, whether the outbox stands in its place, how the library stands. */
export function usePlaces() {
  const [selected, setSelected] = useSelection()
  const [isOutboxShown, setOutboxShown] = useState(false)
  const searchRef = useRef<HTMLInputElement>(null)
  const library = useLibraryFold(selected !== null || isOutboxShown)
  const { open: openLibrary, close: closeLibrary } = library
  const select = useCallback(
    (id: string) => {
      setSelected(id)
      setOutboxShown(false)
      closeLibrary()
    },
    [setSelected, closeLibrary],
  )
  const toggleOutbox = useCallback(() => setOutboxShown((isShown) => !isShown), [])
  const focusSearch = useCallback(() => {
    openLibrary()
    // The field can be focused once the library is shown.
    requestAnimationFrame(() => searchRef.current?.focus())
  }, [openLibrary])
  return { selected, select, isOutboxShown, toggleOutbox, library, searchRef, focusSearch }
}
