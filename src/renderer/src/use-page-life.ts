import { useEffect } from 'react'
import type { AppClient } from '../../bridge/index.ts'
import type { OpenDraft } from './page/use-open-draft.ts'

/** What the page does when it is hidden, left, or has its host back: the newest key goes to the disk as soon as it can. */
export function usePageLife(client: AppClient, open: OpenDraft | null): void {
  const session = open?.session ?? null
  useEffect(() => {
    if (session === null) return
    const onHide = () => {
      if (document.visibilityState === 'hidden') void session.saveNow()
    }
    const onLeave = (event: BeforeUnloadEvent) => {
      if (session.getState().kind === 'saved') return
      void session.saveNow()
      event.preventDefault()
    }
    document.addEventListener('visibilitychange', onHide)
    window.addEventListener('beforeunload', onLeave)
    const stop = client.on('bridge.found', session.retry)
    return () => {
      document.removeEventListener('visibilitychange', onHide)
      window.removeEventListener('beforeunload', onLeave)
      stop()
    }
  }, [client, session])
  useNewestFromElsewhere(client, open)
}

/** Another page saved this draft: where nothing is unsaved here, the newest text takes its place. */
function useNewestFromElsewhere(client: AppClient, open: OpenDraft | null): void {
  useEffect(() => {
    if (open === null) return
    const { session, editor } = open
    return client.on('drafts.changed', ({ id, revision }) => {
      if (id !== open.draft.id || revision <= session.getRevision() || session.getState().kind !== 'saved')
        return
      void client.drafts.read({ id }).then(({ draft }) => {
        if (session.getState().kind !== 'saved' || draft.revision <= session.getRevision()) return
        editor.current?.replaceStory(draft.story, { undoable: false })
        session.rebase(draft.revision)
      }, reportError)
    })
  }, [client, open])
}
