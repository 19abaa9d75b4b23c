import { useCallback, useEffect, useRef, useState } from 'react'
import { isRedaksiError, type RedaksiError } from '../../../base/errors.ts'
import type { DraftStatus } from '../draft.ts'
import type { DraftRow } from '../list.ts'
import type { AppClient } from '../../../bridge/index.ts'

const PAGE = 100
/** Changes come in bursts: a save tells of the draft, then of its place in the list. */
const BURST = 80

export interface DraftListQuery {
  readonly query: string
  readonly status: DraftStatus | null
}

/** The list as far as it is loaded. `shown` is the query that the rows answer: the list never blinks while one is asked. */
export interface DraftListState {
  readonly rows: readonly DraftRow[]
  readonly total: number
  readonly shown: DraftListQuery
  readonly isLoaded: boolean
  readonly error: RedaksiError | null
}

const NOTHING: DraftListState = {
  rows: [],
  total: 0,
  shown: { query: '', status: null },
  isLoaded: false,
  error: null,
}

/** Keeps the list of drafts in step with the library. `loadMore` asks for the next page; it may be called at will. */
export function useDraftList(
  client: AppClient,
  asked: DraftListQuery,
): DraftListState & { loadMore: () => void } {
  const [state, setState] = useState(NOTHING)
  const newest = useRef(0)
  const loaded = useRef(PAGE)
  const { query, status } = asked

  const load = useCallback(
    async (count: number) => {
      const turn = (newest.current += 1)
      const next = await readRows(client, { query, status }, count)
      // An answer that was overtaken by a later question says nothing any more.
      if (turn === newest.current) setState((before) => ({ ...before, ...next }))
    },
    [client, query, status],
  )
  useEffect(() => {
    loaded.current = PAGE
    void load(PAGE)
  }, [load])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const refresh = () => {
      clearTimeout(timer)
      timer = setTimeout(() => void load(loaded.current), BURST)
    }
    const stops = (['drafts.changed', 'publish.outboxChanged', 'bridge.missed', 'bridge.found'] as const).map(
      (event) => client.on(event, refresh),
    )
    return () => {
      clearTimeout(timer)
      for (const stop of stops) stop()
    }
  }, [client, load])
  const loadMore = useCallback(() => {
    if (loaded.current >= state.total) return
    loaded.current += PAGE
    void load(loaded.current)
  }, [load, state.total])
  return { ...state, loadMore }
}

async function readRows(
  client: AppClient,
  shown: DraftListQuery,
  count: number,
): Promise<Partial<DraftListState>> {
  const { query, status } = shown
  const request = { ...(query === '' ? {} : { query }), ...(status === null ? {} : { status }) }
  try {
    const rows: DraftRow[] = []
    let total = 0
    do {
      const limit = Math.min(count - rows.length, 500)
      const page = await client.drafts.list({ ...request, limit, offset: rows.length })
      rows.push(...page.drafts)
      total = page.total
      if (page.drafts.length === 0) break
    } while (rows.length < Math.min(count, total))
    return { rows, total, shown, isLoaded: true, error: null }
  } catch (error) {
    if (!isRedaksiError(error)) throw error
    return { error, shown }
  }
}
