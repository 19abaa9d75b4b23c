import { useEffect, useState } from 'react'
import { isRedaksiError } from '../../../base/errors.ts'
import type { AppClient } from '../../../bridge/index.ts'
import { findRevisionPlaces, type RevisionPlaces as Places } from '../where.ts'
import { useLedger } from './use-ledger.ts'
import type { OutboxState } from './use-outbox.ts'

export interface RevisionPlacesProps {
  readonly client: AppClient
  readonly id: string
  readonly revision: number
  readonly outbox: OutboxState
  /** Hears where the revision is, and null while that is not known. */
  readonly onPlaces: (places: Places | null) => void
}

/** Finds out where a revision is, for as long as it stands there. It shows nothing itself. */
export function RevisionPlaces({ client, id, revision, outbox, onPlaces }: RevisionPlacesProps) {
  const [targets, setTargets] = useState<readonly string[] | null>(null)
  const ledger = useLedger(client, id, outbox)
  useEffect(() => {
    let isOn = true
    client.publish.targets().then(
      (found) => isOn && setTargets(found.map(({ name }) => name)),
      (error: unknown) => void (isRedaksiError(error) || reportError(error)),
    )
    return () => void (isOn = false)
  }, [client, outbox])
  useEffect(() => {
    if (targets === null || ledger === undefined) return
    const entries = outbox.entries.filter(({ draft }) => draft === id)
    onPlaces(findRevisionPlaces(revision, { targets, holdings: ledger?.targets ?? [], entries }))
    return () => onPlaces(null)
  }, [targets, ledger, outbox, id, revision, onPlaces])
  return null
}
