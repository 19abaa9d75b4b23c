import { useEffect, useState } from 'react'
import { createLate } from '../../base/ui/late.tsx'
import type { Desk } from './desk.ts'

/** After the late parts, which are fetched when the page has come to rest; in milliseconds. */
const REST_MS = 2_000

const StorageWords = createLate(async () => (await import('./storage-words.tsx')).StorageWords, {
  hold: false,
})

/** Says on the quiet line what is wrong with backups or with the library's place, once the page is at rest. */
export function QuietStorage({ desk }: { readonly desk: Desk }) {
  const [isAtRest, setAtRest] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setAtRest(true), REST_MS)
    return () => clearTimeout(timer)
  }, [])
  return isAtRest ? <StorageWords desk={desk} /> : null
}
