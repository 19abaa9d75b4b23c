import { useEffect, useState } from 'react'
import { isRedaksiError } from '../../../base/errors.ts'
import type { StoryLedger } from '../methods.ts'
import type { OutboxState } from './use-outbox.ts'
import type { AppClient } from '../../../bridge/index.ts'

/**
 * What every target is known to hold of a story, asked anew whenever something in the outbox has moved: an entry may come
 * and go between two looks at it. Null when it never went anywhere, undefined until that is known.
 */
export function useLedger(
  client: AppClient,
  id: string,
  outbox: OutboxState,
): StoryLedger | null | undefined {
  const [known, setKnown] = useState<{ id: string; ledger: StoryLedger | null } | null>(null)
  useEffect(() => {
    let isOn = true
    client.publish.ledger({ id }).then(
      (ledger) => isOn && setKnown({ id, ledger }),
      (error: unknown) => void (isRedaksiError(error) || reportError(error)),
    )
    return () => void (isOn = false)
  }, [client, id, outbox])
  return known?.id === id ? known.ledger : undefined
}
