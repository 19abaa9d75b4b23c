import { RedaksiError } from '../../base/errors.ts'
import { approveDraft } from '../../backend/index.ts'
import { getText, type Command } from '../command.ts'
import type { CliErrorCode } from '../contract.ts'
import { withNewsroom } from '../with-newsroom.ts'

/** Signs off the head revision of a draft; a later edit takes the sign-off away. */
export const approve: Command = {
  name: 'approve',
  usage: 'redaksi approve ID --by INITIALS',
  options: { by: { type: 'string' } },
  positionals: [1, 1],
  async run(words, context) {
    const by = getText(words, 'by')
    if (by === undefined) throw new RedaksiError<CliErrorCode>('cli.usage', { usage: approve.usage })
    if (!/^\p{L}{2,5}$/u.test(by)) throw new RedaksiError<CliErrorCode>('cli.not-initials', { text: by })
    return withNewsroom(context, 'write', async (newsroom) => {
      if (!newsroom.house.staff.some((member) => member.initials === by)) {
        context.warn(context.translate('cli.approve.stranger', { by }))
      }
      const id = await newsroom.library.drafts.resolveId(words.positionals[0] ?? '')
      const { revision } = await approveDraft(newsroom, id, by)
      return { json: { id, revision }, text: context.translate('cli.approve', { id, revision, by }) }
    })
  },
}
