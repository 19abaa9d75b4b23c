import { onStory, saveFirst, type Act } from '../desk.ts'

/** Signs the newest text off, under the initials of an editor. */
export function approve(by: string): Act {
  return onStory(async ({ client, open, say, translate }) => {
    await saveFirst(open)
    const revision = open.session.getRevision()
    open.noteHead(await client.drafts.signOff({ id: open.head.id, revision, by }))
    say({ words: translate('publish.approved-said', { revision }) })
  })
}
