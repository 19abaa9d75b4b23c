import { onStory, saveFirst } from '../desk.ts'
import type { Command } from './command.ts'

export const publishCommand: Command = {
  name: 'publish',
  run: onStory(async ({ client, open, say, translate }) => {
    await saveFirst(open)
    await client.publish.publish({ id: open.head.id })
    say({ words: translate('publish.queued-said') })
  }),
}
