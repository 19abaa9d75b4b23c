import { useEffect, useState } from 'react'
import { readSelected } from './read-selected.ts'

/** The open draft's id. It is part of the address, so that a reload comes back to it. */
export function useSelection(): [string | null, (id: string) => void] {
  const [selected, select] = useState<string | null>(readSelected)
  useEffect(() => {
    if (selected !== null) history.replaceState(null, '', `#${selected}`)
  }, [selected])
  return [selected, select]
}
