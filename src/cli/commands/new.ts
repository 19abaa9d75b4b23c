import { createDraft } from '../../backend/index.ts'
import { getText, type Command } from '../command.ts'
import { withNewsroom } from '../with-newsroom.ts'

/** Starts a draft, empty or from one of the house's templates. */
export const newDraft: Command = {
  name: 'new',
  usage: 'redaksi new [--template ID] [--headline TEXT]',
  options: { template: { type: 'string' }, headline: { type: 'string' } },
  positionals: [0, 0],
  async run(words, context) {
    const start = { template: getText(words, 'template'), headline: getText(words, 'headline') }
    const draft = await withNewsroom(context, 'write', (newsroom) => createDraft(newsroom, start))
    return { json: { id: draft.id }, text: draft.id }
  },
}
