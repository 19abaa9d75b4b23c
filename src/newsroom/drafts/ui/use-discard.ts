import { useState } from 'react'
import { isRedaksiError } from '../../../base/errors.ts'
import type { AppClient } from '../../../bridge/index.ts'
import type { Mass } from './mass.ts'

export interface DiscardOptions {
  readonly client: AppClient
  readonly mass: Mass
  readonly isTrash: boolean
  readonly isReadOnly: boolean
}

/**
 * Does away with stories: into the trash at once, for that can be undone; out of it for good only when asked. `asked`
 * are those that a person is asked about.
 */
export function useDiscard({ client, mass, isTrash, isReadOnly }: DiscardOptions) {
  const [asked, setAsked] = useState<readonly string[] | null>(null)
  const discard = (ids: readonly string[]) => {
    if (isReadOnly || ids.length === 0) return
    if (isTrash) setAsked(ids)
    else mass.run('trash', ids)
  }
  const emptyTrash = () => {
    client.drafts.listIds({ status: 'trashed' }).then(
      (ids) => discard(ids),
      // A host that is gone is said on the status line.
      (error: unknown) => void (isRedaksiError(error) || reportError(error)),
    )
  }
  const remove = () => {
    if (asked !== null) mass.run('remove', asked)
  }
  return { asked, discard, emptyTrash, remove, close: () => setAsked(null) }
}
