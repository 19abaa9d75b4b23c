import { RedaksiError } from '../../base/errors.ts'
import { getText, getTexts, type Command } from '../command.ts'
import type { CliErrorCode } from '../contract.ts'
import { withDesk } from '../with-desk.ts'

/** Starts a draft, empty or from one of the house's templates. */
export const newDraft: Command = {
  name: 'new',
  usage: 'redaksi new [--template ID] [--fill LABEL=TEXT]… [--category NAME]… [--headline TEXT]',
  options: {
    template: { type: 'string' },
    fill: { type: 'string', multiple: true },
    category: { type: 'string', multiple: true },
    headline: { type: 'string' },
  },
  positionals: [0, 0],
  async run(words, context) {
    const [template, headline] = [getText(words, 'template'), getText(words, 'headline')]
    const start = {
      ...(template === undefined ? {} : { template }),
      ...(headline === undefined ? {} : { headline }),
      categories: [...getTexts(words, 'category')],
      fill: getTexts(words, 'fill').map(readFill),
    }
    const draft = await withDesk(context, ({ client }) => client.drafts.create(start))
    return { json: { id: draft.id }, text: draft.id }
  },
}

/** `lembaga=SMA 1` fills the blank `{{lembaga}}`. */
function readFill(text: string): { readonly label: string; readonly value: string } {
  const at = text.indexOf('=')
  if (at < 1) throw new RedaksiError<CliErrorCode>('cli.usage', { usage: newDraft.usage })
  return { label: text.slice(0, at), value: text.slice(at + 1) }
}
