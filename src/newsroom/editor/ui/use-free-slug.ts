import { useEffect, useState } from 'react'
import { isRedaksiError } from '../../../base/errors.ts'
import type { AppClient } from '../../../bridge/index.ts'

/** A pause in typing after which it is asked whether a slug is free, in milliseconds. */
const PAUSE_MS = 400

/** The slug to take in this one's place while another story has it; null while it is free, or not known. */
export function useFreeSlug(client: AppClient, id: string, slug: string): string | null {
  const [known, setKnown] = useState<{ readonly slug: string; readonly free: string } | null>(null)
  useEffect(() => {
    let isLatest = true
    const ask = async () => {
      try {
        const { slug: free } = await client.drafts.freeSlug({ id, slug })
        if (isLatest) setKnown({ slug, free })
      } catch (error) {
        // A host that is gone is said on the status line; the sign-off asks again.
        if (!isRedaksiError(error)) throw error
      }
    }
    const timer = setTimeout(() => void ask(), PAUSE_MS)
    return () => {
      isLatest = false
      clearTimeout(timer)
    }
  }, [client, id, slug])
  return known !== null && known.slug === slug && known.free !== slug ? known.free : null
}
