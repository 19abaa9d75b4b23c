import { useEffect, useState } from 'react'

/** The open draft's id. It is part of the address, so that a reload comes back to it. */
export function useSelection(): [string | null, (id: string) => void] {
  const [selected, select] = useState<string | null>(readSelected)
  useEffect(() => {
    if (selected !== null) history.replaceState(null, '', `#${selected}`)
  }, [selected])
  return [selected, select]
}

function readSelected(): string | null {
  const id = location.hash.slice(1)
  return /^[0-9a-f-]{36}$/.test(id) ? id : null
}
