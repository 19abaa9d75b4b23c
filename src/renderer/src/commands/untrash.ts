import { onStory } from '../desk.ts'
import { hasWritableStory, type Command } from './command.ts'

export const untrashCommand: Command = {
  name: 'untrash',
  isPossible: (desk) => hasWritableStory(desk) && desk.open?.head.trashedAt !== null,
  run: onStory(async ({ client, open }) => open.noteHead(await client.drafts.untrash({ id: open.head.id }))),
}
