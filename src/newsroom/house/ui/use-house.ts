import { useEffect, useState } from 'react'
import type { AppClient } from '../../../bridge/index.ts'
import { isRedaksiError } from '../../../base/errors.ts'
import type { House } from '../house.ts'

/** The house profile as it is now, whoever changes it; `first` is what it was when the page was started. */
export function useHouse(client: AppClient, first: House): House {
  const [house, setHouse] = useState(first)
  useEffect(() => {
    const readAnew = async () => {
      try {
        setHouse(await client.house.read())
      } catch (error) {
        // A host that is gone is said on the status line; this is asked again when it is back.
        if (!isRedaksiError(error)) throw error
      }
    }
    const stops = [
      client.on('house.changed', setHouse),
      client.on('bridge.missed', () => void readAnew()),
      client.on('bridge.found', () => void readAnew()),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [client])
  return house
}
