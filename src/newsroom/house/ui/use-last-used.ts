import { useCallback, useEffect, useState } from 'react'
import { isRedaksiError } from '../../../base/errors.ts'
import { afterPaint } from '../../../base/ui/after-paint.ts'
import type { AppClient } from '../../../bridge/index.ts'
import { NOTHING_USED, type LastUsed, type Use } from '../last-used.ts'

/** What was used last, and the way to say what was used just now. It is a convenience: where it fails, nothing is lost. */
export function useLastUsed(client: AppClient): readonly [LastUsed, (use: Use) => void] {
  const [lastUsed, setLastUsed] = useState(NOTHING_USED)
  const take = useCallback(async (answer: Promise<LastUsed>) => {
    try {
      setLastUsed(await answer)
    } catch (error) {
      // The text itself is saved elsewhere, and a host that is gone is said on the status line.
      if (!isRedaksiError(error)) throw error
    }
  }, [])
  useEffect(() => afterPaint(() => void take(client.house.lastUsed())), [client, take])
  const note = useCallback(
    ({ edition: _made, ...use }: Use) => void take(client.house.noteUse(use)),
    [client, take],
  )
  return [lastUsed, note]
}
