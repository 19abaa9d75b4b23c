import { RedaksiError } from '../../base/errors.ts'
import { getText, type Command } from '../command.ts'
import type { CliErrorCode } from '../contract.ts'
import { resolveDraftId, withDesk } from '../with-desk.ts'

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
    return withDesk(context, async (desk) => {
      const { client } = desk
      const { staff } = await client.house.read()
      if (!staff.some((member) => member.initials === by)) {
        context.warn(context.translate('cli.approve.stranger', { by }))
      }
      const id = await resolveDraftId(words.positionals[0] ?? '', desk, context)
      const { draft } = await client.drafts.read({ id })
      const { revision } = await client.drafts.signOff({ id, revision: draft.revision, by })
      return { json: { id, revision }, text: context.translate('cli.approve', { id, revision, by }) }
    })
  },
}
