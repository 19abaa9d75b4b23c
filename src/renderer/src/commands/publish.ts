import type { AppClient } from '../../../bridge/index.ts'
import { findRevisionPlaces } from '../../../newsroom/publish/index.ts'
import { onStory, saveFirst } from '../desk.ts'
import { isSignedOff } from '../page/sign-off.ts'
import { hasWritableStory, type Command } from './command.ts'

/** Where a revision is, of all targets there are. */
async function findPlaces(client: AppClient, id: string, revision: number) {
  const [known, ledger, entries] = await Promise.all([
    client.publish.targets(),
    client.publish.ledger({ id }),
    client.publish.entries(),
  ])
  const targets = known.map(({ name }) => name)
  const holdings = ledger?.targets ?? []
  const ofStory = entries.filter(({ draft }) => draft === id)
  return { targets, ...findRevisionPlaces(revision, { targets, holdings, entries: ofStory }) }
}

export const publishCommand: Command = {
  name: 'publish',
  isPossible: (desk) => hasWritableStory(desk) && desk.open !== null && isSignedOff(desk.open),
  run: onStory(async ({ client, open, say, translate }) => {
    await saveFirst(open)
    const { id, revision } = open.head
    const { targets, left } = await findPlaces(client, id, revision)
    if (targets.length > 0 && left.length === 0) return say({ words: translate('publish.already-said') })
    await client.publish.publish({ id, targets: [...left] })
    say({ words: translate('publish.queued-said') })
  }),
}
