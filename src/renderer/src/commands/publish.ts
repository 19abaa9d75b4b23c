import { onStory, saveFirst } from '../desk.ts'
import { isSignedOff } from '../page/sign-off.ts'
import { hasWritableStory, type Command } from './command.ts'

export const publishCommand: Command = {
  name: 'publish',
  isPossible: (desk) => hasWritableStory(desk) && desk.open !== null && isSignedOff(desk.open),
  run: onStory(async ({ client, open, say, translate }) => {
    await saveFirst(open)
    await client.publish.publish({ id: open.head.id })
    say({ words: translate('publish.queued-said') })
  }),
}
