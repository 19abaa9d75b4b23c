import { RedaksiError } from '../../base/errors.ts'
import { isOn, type Command, type Context, type Outcome, type Words } from '../command.ts'
import type { CliErrorCode } from '../contract.ts'
import { presentEntries } from '../present-entries.ts'
import { withDesk } from '../with-desk.ts'
import { withNewsroom } from '../with-newsroom.ts'

/** The queue: what waits and why; tries an entry again, or takes it out. */
export const outbox: Command = {
  name: 'outbox',
  usage: 'redaksi outbox | outbox retry ENTRY | outbox drop ENTRY [--force]',
  options: { force: { type: 'boolean' } },
  positionals: [0, 2],
  async run(words, context) {
    const [act, id] = words.positionals
    if (act === undefined) return showOutbox(context)
    if (id === undefined || (act !== 'retry' && act !== 'drop')) {
      throw new RedaksiError<CliErrorCode>('cli.usage', { usage: outbox.usage })
    }
    return act === 'retry' ? retry(id, context) : drop(id, words, context)
  },
}

async function showOutbox(context: Context): Promise<Outcome> {
  return presentEntries(await withNewsroom(context, 'read', ({ publisher }) => publisher.entries()), context)
}

async function retry(id: string, context: Context): Promise<Outcome> {
  const entry = await withDesk(context, ({ client }) => client.publish.retry({ entry: id }))
  return presentEntries([entry], context)
}

async function drop(id: string, words: Words, context: Context): Promise<Outcome> {
  const force = isOn(words, 'force')
  await withDesk(context, ({ client }) => client.publish.drop({ entry: id, force }))
  return { json: { entries: [] }, text: context.translate('cli.outbox.dropped', { id }) }
}
