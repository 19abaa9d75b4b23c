import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { isRedaksiError } from '../../../base/errors.ts'
import type { AppClient } from '../../../bridge/index.ts'
import { toFilter, type LibraryAsk } from './library-ask.ts'

/** Several stories that something is to be done with. They are marked in one list: another one begins without. */
export interface Marks {
  readonly ids: ReadonlySet<string>
  readonly toggle: (id: string) => void
  /** Marks a stretch of the list, both ends included, and nothing else. */
  readonly markStretch: (one: number, other: number) => void
  readonly markAll: () => void
  readonly clear: () => void
}

const NONE: ReadonlySet<string> = new Set()

/** Keeps the marks of a list. Which drafts a stretch holds is asked for: not all of its rows need to be loaded. */
export function useMarks(client: AppClient, ask: LibraryAsk): Marks {
  const [ids, setIds] = useState(NONE)
  const turn = useRef(0)
  const clear = useCallback(() => {
    turn.current += 1
    setIds(NONE)
  }, [])
  useEffect(() => clear, [ask, clear])
  const readIds = useCallback(
    async (stretch: { readonly offset?: number; readonly limit?: number }) => {
      const asked = (turn.current += 1)
      try {
        const found = await client.drafts.listIds({ ...toFilter(ask), sort: ask.sort, ...stretch })
        if (asked === turn.current) setIds(new Set(found))
      } catch (error) {
        // A host that is gone is said on the status line; what was marked stays so.
        if (!isRedaksiError(error)) throw error
      }
    },
    [client, ask],
  )
  return useMemo(
    () => ({
      ids,
      clear,
      toggle(id) {
        turn.current += 1
        setIds(
          (before) => new Set(before.has(id) ? [...before].filter((each) => each !== id) : [...before, id]),
        )
      },
      markStretch(one, other) {
        const offset = Math.min(one, other)
        void readIds({ offset, limit: Math.max(one, other) - offset + 1 })
      },
      markAll: () => void readIds({}),
    }),
    [ids, clear, readIds],
  )
}
