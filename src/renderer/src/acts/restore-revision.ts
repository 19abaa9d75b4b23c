import { onStory, saveFirst, type Act } from '../desk.ts'

/** Puts a kept revision in the place of the text; undo brings the newer text back, and it is kept as well. */
export function restoreRevision(revision: number): Act {
  return onStory(async ({ client, open, say, translate }) => {
    const { id } = open.head
    await saveFirst(open)
    const story = await client.drafts.readRevision({ id, revision })
    await client.drafts.keepSnapshot({ id, reason: 'restore' })
    open.editor.current?.replaceStory(story, { undoable: true })
    say({ words: translate('history.restored', { revision }) })
  })
}
