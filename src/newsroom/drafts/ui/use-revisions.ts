import { useEffect, useState } from 'react'
import { isRedaksiError } from '../../../base/errors.ts'
import type { AppClient } from '../../../bridge/index.ts'
import type { RevisionInfo } from '../snapshot.ts'

/** What is kept of a draft, newest first; null until it is there. It is asked for anew with each `revision` and `asked`. */
export function useRevisions(
  client: AppClient,
  { id, revision, asked }: { readonly id: string; readonly revision: number; readonly asked: number },
): readonly RevisionInfo[] | null {
  const [found, setFound] = useState<{ id: string; revisions: readonly RevisionInfo[] } | null>(null)
  useEffect(() => {
    let isOn = true
    void client.drafts.listRevisions({ id }).then(
      (revisions) => isOn && setFound({ id, revisions }),
      // The status line says when the host is gone; the list is asked for again with the next revision.
      (error: unknown) => void (isRedaksiError(error) || reportError(error)),
    )
    return () => void (isOn = false)
  }, [client, id, revision, asked])
  return found?.id === id ? found.revisions : null
}
