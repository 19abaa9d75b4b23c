import { publishDraft } from '../../backend/index.ts'
import { getTexts, type Command } from '../command.ts'
import { presentEntries } from '../present-entries.ts'
import { withNewsroom } from '../with-newsroom.ts'

/** Queues the approved revision; it leaves at the next sync. */
export const publish: Command = {
  name: 'publish',
  usage: 'redaksi publish ID [--target NAME…]',
  options: { target: { type: 'string', multiple: true } },
  positionals: [1, Number.POSITIVE_INFINITY],
  async run(words, context) {
    const [id = '', ...more] = words.positionals
    const targets = [...getTexts(words, 'target'), ...more]
    const entries = await withNewsroom(context, 'write', async (newsroom) => {
      return publishDraft(newsroom, await newsroom.library.drafts.resolveId(id), targets)
    })
    return presentEntries(entries, context)
  },
}
