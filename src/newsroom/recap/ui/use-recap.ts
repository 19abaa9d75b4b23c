import { useEffect, useState } from 'react'
import { isRedaksiError, type RedaksiError } from '../../../base/errors.ts'
import type { AppClient } from '../../../bridge/index.ts'
import type { ShownRecap } from '../methods.ts'
import type { Period } from '../period.ts'

export type RecapState =
  | { readonly kind: 'shown'; readonly recap: ShownRecap }
  | { readonly kind: 'failed'; readonly error: RedaksiError }

/**
 * The recap of a period as it is now: it is read again when something has gone out. Until another one is there, the one
 * before stays; null before the first.
 */
export function useRecap(client: AppClient, period: Period): RecapState | null {
  const [state, setState] = useState<RecapState | null>(null)
  useEffect(() => {
    let isOn = true
    const read = async () => {
      try {
        const recap = await client.recap.read({ period })
        if (isOn) setState({ kind: 'shown', recap })
      } catch (error) {
        if (!isRedaksiError(error)) throw error
        if (isOn) setState({ kind: 'failed', error })
      }
    }
    const readAnew = () => void read().catch(reportError)
    readAnew()
    const stops = [client.on('publish.outboxChanged', readAnew), client.on('bridge.found', readAnew)]
    return () => {
      isOn = false
      for (const stop of stops) stop()
    }
  }, [client, period])
  return state
}
