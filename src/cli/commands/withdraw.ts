import { RedaksiError } from '../../base/errors.ts'
import { getText, type Command } from '../command.ts'
import type { CliErrorCode } from '../contract.ts'
import { presentEntries } from '../present-entries.ts'
import { resolveDraftId, withDesk } from '../with-desk.ts'

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
    const entries = await withDesk(context, async (desk) => {
      const id = await resolveDraftId(words.positionals[0] ?? '', desk, context)
      return desk.client.publish.withdraw({ id, reason })
    })
    return presentEntries(entries, context)
  },
}
