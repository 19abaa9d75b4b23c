import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'

/**
 * How the library stands: `beside` the page, `folded` away, or on a narrow window `rail`, from where it opens `over` the
 * page until a story is chosen.
 */
export type LibraryFold = 'beside' | 'folded' | 'rail' | 'over'

const narrow = window.matchMedia('(max-width: 1199px)')

/** Keeps how the library stands. Without a story there is nothing that it could stand over. */
export function useLibraryFold(hasStory: boolean) {
  const isNarrow = useSyncExternalStore(subscribe, () => narrow.matches)
  const [isFolded, setFolded] = useState(false)
  const [isOver, setOver] = useState(false)
  const isRailed = isNarrow && hasStory
  const fold: LibraryFold = isRailed
    ? isOver
      ? 'over'
      : 'rail'
    : isFolded && !isNarrow
      ? 'folded'
      : 'beside'
  const close = useCallback(() => setOver(false), [])
  const open = useCallback(() => {
    setOver(true)
    setFolded(false)
  }, [])
  const toggle = useCallback(() => {
    if (isRailed) setOver((isSo) => !isSo)
    else setFolded((isSo) => !isSo)
  }, [isRailed])
  useClosing(fold === 'over', close, '.page, .inspector')
  return { fold, isRailed, open, close, toggle }
}

/** Escape and a press on what lies below close what is over it. */
export function useClosing(isOver: boolean, close: () => void, below: string): void {
  useEffect(() => {
    if (!isOver) return
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) close()
    }
    const onPress = ({ target }: PointerEvent) => {
      if (target instanceof Element && target.closest(below) !== null) close()
    }
    window.addEventListener('keydown', onKey)
    window.addEventListener('pointerdown', onPress)
    return () => {
      window.removeEventListener('keydown', onKey)
      window.removeEventListener('pointerdown', onPress)
    }
  }, [isOver, close, below])
}

function subscribe(listener: () => void): () => void {
  narrow.addEventListener('change', listener)
  return () => narrow.removeEventListener('change', listener)
}
