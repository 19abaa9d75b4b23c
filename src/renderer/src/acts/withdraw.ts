import { onStory, type Act } from '../desk.ts'

/** Takes the story back from every target that holds it, with the reason that readers see. */
export function withdraw(reason: string): Act {
  return onStory(async ({ client, open, say, translate }) => {
    await client.publish.withdraw({ id: open.head.id, reason })
    say({ words: translate('publish.queued-said') })
  })
}
