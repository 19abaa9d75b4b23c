import { getTexts, type Command } from '../command.ts'
import { presentEntries } from '../present-entries.ts'
import { resolveDraftId, withDesk } from '../with-desk.ts'

/** Queues the approved revision; it leaves at the next sync. */
export const publish: Command = {
  name: 'publish',
  usage: 'redaksi publish ID [--target NAME…]',
  options: { target: { type: 'string', multiple: true } },
  positionals: [1, Number.POSITIVE_INFINITY],
  async run(words, context) {
    const [id = '', ...more] = words.positionals
    const targets = [...getTexts(words, 'target'), ...more]
    const entries = await withDesk(context, async (desk) =>
      desk.client.publish.publish({ id: await resolveDraftId(id, desk, context), targets }),
    )
    return presentEntries(entries, context)
  },
}
