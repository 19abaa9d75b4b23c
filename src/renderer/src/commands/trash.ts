import { onStory, saveFirst } from '../desk.ts'
import { hasWritableStory, type Command } from './command.ts'

/** Puts the story into the trash, and offers to take it out again. */
export const trashCommand: Command = {
  name: 'trash',
  isPossible: (desk) => hasWritableStory(desk) && desk.open?.head.trashedAt === null,
  run: onStory(async ({ client, open, say, translate, run }) => {
    const { id } = open.head
    await saveFirst(open)
    open.noteHead(await client.drafts.trash({ id }))
    const undo = () => run(async () => open.noteHead(await client.drafts.untrash({ id })))
    say({ words: translate('app.trashed-said'), undo })
  }),
}
