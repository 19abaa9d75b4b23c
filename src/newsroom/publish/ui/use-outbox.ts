import { useEffect, useState } from 'react'
import { isRedaksiError } from '../../../base/errors.ts'
import { afterPaint } from '../../../base/ui/after-paint.ts'
import type { EntrySummary } from '../entry.ts'
import type { Connection } from '../methods.ts'
import type { AppClient } from '../../../bridge/index.ts'

/** The outbox as it stands, and the way to the targets; null before the host has answered. */
export interface OutboxState {
  readonly entries: readonly EntrySummary[]
  readonly connection: Connection
}

const BURST = 60

/** Keeps the outbox in step with its host. */
export function useOutbox(client: AppClient): OutboxState | null {
  const [state, setState] = useState<OutboxState | null>(null)
  useEffect(() => {
    let isOn = true
    let timer: ReturnType<typeof setTimeout> | undefined
    async function load(): Promise<void> {
      try {
        const [entries, connection] = await Promise.all([
          client.publish.entries(),
          client.publish.connection(),
        ])
        if (isOn) setState({ entries, connection })
      } catch (error) {
        // A host that is gone is said on the status line, and everything is asked for again when it is back.
        if (!isRedaksiError(error)) throw error
      }
    }
    const refresh = () => {
      clearTimeout(timer)
      timer = setTimeout(() => void load(), BURST)
    }
    const events = ['publish.outboxChanged', 'bridge.missed', 'bridge.found'] as const
    const stops = events.map((event) => client.on(event, refresh))
    const stopLoading = afterPaint(() => void load())
    return () => {
      isOn = false
      stopLoading()
      clearTimeout(timer)
      for (const stop of stops) stop()
    }
  }, [client])
  return state
}
