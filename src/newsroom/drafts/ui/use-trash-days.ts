import { useEffect, useState } from 'react'
import { isRedaksiError, type RedaksiError } from '../../../base/errors.ts'
import type { AppClient } from '../../../bridge/index.ts'

/** How long the trash is kept: `days`, null for ever, or not known yet. */
export interface TrashDays {
  readonly days: number | null | 'unknown'
  readonly error: RedaksiError | null
  readonly change: (days: number | null) => void
}

/** Reads how long the trash is kept while it is shown, and changes it. */
export function useTrashDays(client: AppClient, isShown: boolean): TrashDays {
  const [days, setDays] = useState<TrashDays['days']>('unknown')
  const [error, setError] = useState<RedaksiError | null>(null)
  const fail = (reason: unknown) => {
    if (isRedaksiError(reason)) setError(reason)
    else reportError(reason)
  }
  useEffect(() => {
    if (!isShown) return
    let isOn = true
    client.drafts.readTrashDays().then((told) => isOn && setDays(told.days), fail)
    return () => void (isOn = false)
  }, [client, isShown])
  const change = (asked: number | null) => {
    setError(null)
    client.drafts.changeTrashDays({ days: asked }).then((told) => setDays(told.days), fail)
  }
  return { days, error, change }
}
