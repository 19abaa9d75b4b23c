import { withdrawDraft } from '../../backend/index.ts'
import { RedaksiError } from '../../base/errors.ts'
import { getText, type Command } from '../command.ts'
import type { CliErrorCode } from '../contract.ts'
import { presentEntries } from '../present-entries.ts'
import { withNewsroom } from '../with-newsroom.ts'

/** Queues a withdrawal to every target that holds the story, with the reason that readers will see. */
export const withdraw: Command = {
  name: 'withdraw',
  usage: 'redaksi withdraw ID --reason TEXT',
  options: { reason: { type: 'string' } },
  positionals: [1, 1],
  async run(words, context) {
    const reason = getText(words, 'reason')
    if (reason === undefined || reason === '')
      throw new RedaksiError<CliErrorCode>('cli.usage', { usage: withdraw.usage })
    const entries = await withNewsroom(context, 'write', async (newsroom) => {
      return withdrawDraft(
        newsroom,
        await newsroom.library.drafts.resolveId(words.positionals[0] ?? ''),
        reason,
      )
    })
    return presentEntries(entries, context)
  },
}
