import { useEffect, useState } from 'react'
import { isRedaksiError } from '../../../base/errors.ts'
import type { AppClient } from '../../../bridge/index.ts'
import type { Story } from '../../../newsroom/story/index.ts'
import type { OpenDraft } from '../page/use-open-draft.ts'

/** One side of a comparison: a kept revision, or the text as it stands in the editor. */
export type Side = number | 'now'

/** The story of a side; null until it is there. `looked` changes when the text now is to be looked at again. */
export function useSide(props: {
  readonly client: AppClient
  readonly open: OpenDraft
  readonly side: Side
  readonly looked: number
}): Story | null {
  const { client, open, side, looked } = props
  const { id, revision } = open.head
  const { editor } = open
  const [story, setStory] = useState<Story | null>(null)
  // A kept revision stays what it is; the text now is another one with every save.
  const seen = side === 'now' ? `${revision} ${looked}` : ''
  useEffect(() => {
    let isOn = true
    if (side === 'now') setStory(editor.current?.getStory() ?? null)
    else
      client.drafts.readRevision({ id, revision: side }).then(
        (found) => isOn && setStory(found),
        // The status line says when the host is gone; the revision can be chosen again.
        (error: unknown) => void (isRedaksiError(error) || reportError(error)),
      )
    return () => void (isOn = false)
  }, [client, editor, id, side, seen])
  return story
}
