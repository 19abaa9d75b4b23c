import { useEffect, useState } from 'react'
import { isRedaksiError } from '../../../base/errors.ts'
import type { StoryLedger } from '../methods.ts'
import type { OutboxState } from './use-outbox.ts'
import type { AppClient } from '../../../bridge/index.ts'

/**
 * What every target is known to hold of a story, asked anew whenever something in the outbox has moved: an entry may come
 * and go between two looks at it.
 */
export function useLedger(client: AppClient, id: string, outbox: OutboxState): StoryLedger | null {
  const [ledger, setLedger] = useState<StoryLedger | null>(null)
  useEffect(() => {
    let isOn = true
    client.publish.ledger({ id }).then(
      (found) => isOn && setLedger(found),
      (error: unknown) => void (isRedaksiError(error) || reportError(error)),
    )
    return () => void (isOn = false)
  }, [client, id, outbox])
  return ledger
}
