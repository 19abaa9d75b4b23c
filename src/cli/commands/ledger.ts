import type { Command } from '../command.ts'
import { withNewsroom } from '../with-newsroom.ts'

/** What every target is known to hold, of one story or of all. */
export const ledger: Command = {
  name: 'ledger',
  usage: 'redaksi ledger [ID]',
  positionals: [0, 1],
  async run(words, context) {
    const [prefix] = words.positionals
    const articles = await withNewsroom(context, 'read', async ({ library, publisher }) => {
      return publisher.ledger(prefix === undefined ? undefined : await library.drafts.resolveId(prefix))
    })
    const lines = articles.flatMap(({ headline, records }) => [
      headline,
      ...records.map(({ at, kind, target, revision, address }) => {
        const said = context.translate(`kind.${kind}`)
        return `    ${at}  ${said}  ${target}  ${context.translate('cli.show.revision', { revision })}  ${address ?? ''}`
      }),
    ])
    return {
      json: { articles },
      text: lines.length === 0 ? context.translate('cli.ledger.empty') : lines.join('\n'),
    }
  },
}
