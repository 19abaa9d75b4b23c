import { onStory, saveFirst, type Act } from '../desk.ts'

/** Puts the story into the trash, and offers to take it out again. */
export const trash: Act = onStory(async ({ client, open, say, translate, run }) => {
  await saveFirst(open)
  open.noteHead(await client.drafts.trash({ id: open.head.id }))
  const undo = () => run(async () => open.noteHead(await client.drafts.untrash({ id: open.head.id })))
  say({ words: translate('app.trashed-said'), undo })
})

/** Takes the story out of the trash. */
export const untrash: Act = onStory(async ({ client, open }) => {
  open.noteHead(await client.drafts.untrash({ id: open.head.id }))
})
