import { useEffect, useState, type Dispatch, type SetStateAction } from 'react'
import { readSelected } from './read-selected.ts'

/** The open draft's id. It is part of the address, so that a reload comes back to it. */
export function useSelection(): [string | null, Dispatch<SetStateAction<string | null>>] {
  const [selected, select] = useState<string | null>(readSelected)
  useEffect(() => {
    if (selected !== null) history.replaceState(null, '', `#${selected}`)
    else if (readSelected() !== null) history.replaceState(null, '', location.pathname + location.search)
  }, [selected])
  return [selected, select]
}
