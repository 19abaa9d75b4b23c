import { useEffect, useState } from 'react'
import { isRedaksiError } from '../../../base/errors.ts'
import type { AppClient } from '../../../bridge/index.ts'
import type { DraftRow } from '../../../newsroom/drafts/index.ts'

const SHOWN = 6

/** The articles that answer a query, best first; the newest ones for an empty query. Those shown stay until others come. */
export function useArticles(client: AppClient, query: string): readonly DraftRow[] {
  const [rows, setRows] = useState<readonly DraftRow[]>([])
  useEffect(() => {
    let isOvertaken = false
    client.drafts.list({ ...(query === '' ? {} : { query }), limit: SHOWN }).then(
      ({ drafts }) => {
        if (!isOvertaken) setRows(drafts)
      },
      (error: unknown) => void (isRedaksiError(error) || reportError(error)),
    )
    return () => {
      isOvertaken = true
    }
  }, [client, query])
  return rows
}
