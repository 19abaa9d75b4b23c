import { useEffect, useState } from 'react'
import { isRedaksiError } from '../../../base/errors.ts'
import type { StoryLedger } from '../methods.ts'
import type { EntrySummary } from '../entry.ts'
import type { AppClient } from '../../../bridge/index.ts'

/** What every target is known to hold of a story, asked anew whenever its entries have moved. */
export function useLedger(
  client: AppClient,
  id: string,
  entries: readonly EntrySummary[],
): StoryLedger | null {
  const [ledger, setLedger] = useState<StoryLedger | null>(null)
  const moved = entries.map((entry) => `${entry.id} ${entry.state}`).join()
  useEffect(() => {
    let isOn = true
    client.publish.ledger({ id }).then(
      (found) => isOn && setLedger(found),
      (error: unknown) => void (isRedaksiError(error) || reportError(error)),
    )
    return () => void (isOn = false)
  }, [client, id, moved])
  return ledger
}
