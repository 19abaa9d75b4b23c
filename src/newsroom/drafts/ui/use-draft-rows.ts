import { useEffect, useState, useSyncExternalStore } from 'react'
import type { AppClient } from '../../../bridge/index.ts'
import type { LibraryAsk } from './library-ask.ts'
import { RowStore, type RowsState } from './row-store.ts'

/** Changes come in bursts: a save tells of the draft, then of its place in the list. */
const BURST = 80
/** A list that changes all the time is shown anew at least this often, in milliseconds. */
const LONGEST = 1_000

export interface DraftRows {
  readonly state: RowsState
  /** Says which rows are in sight. */
  readonly see: (from: number, to: number) => void
}

/** Keeps the rows of the list in step with the library. */
export function useDraftRows(client: AppClient, ask: LibraryAsk): DraftRows {
  const [store] = useState(() => new RowStore((request) => client.drafts.list(request), ask))
  const state = useSyncExternalStore(store.subscribe, store.getState)
  const [see] = useState(() => store.see.bind(store))
  useEffect(() => store.ask(ask), [store, ask])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let since: number | null = null
    const refresh = () => {
      clearTimeout(timer)
      since ??= performance.now()
      const wait = performance.now() - since >= LONGEST ? 0 : BURST
      timer = setTimeout(() => {
        since = null
        void store.refresh()
      }, wait)
    }
    const events = [
      'drafts.changed',
      'drafts.removed',
      'publish.outboxChanged',
      'bridge.missed',
      'bridge.found',
    ] as const
    const stops = events.map((event) => client.on(event, refresh))
    return () => {
      clearTimeout(timer)
      for (const stop of stops) stop()
    }
  }, [client, store])
  return { state, see }
}
