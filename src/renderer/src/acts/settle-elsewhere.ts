import { onStory } from '../desk.ts'

/** Lets the story be published from here, though another desk has published it. */
export const settleElsewhere = onStory(async ({ client, open, say, translate }) => {
  const { id } = open.head
  await client.handover.settleElsewhere({ id })
  const { story: _story, ...head } = (await client.drafts.read({ id })).draft
  open.noteHead(head)
  say({ words: translate('handover.said.settled') })
})
