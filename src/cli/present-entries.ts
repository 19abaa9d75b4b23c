import type { Entry } from '../newsroom/publish/index.ts'
import type { Context, Outcome } from './command.ts'

/** Entries of the outbox, for programs and for people: what each is, for whom, how it stands and why. */
export function presentEntries(entries: readonly Entry[], context: Context): Outcome {
  return {
    json: { entries: entries.map(presentEntry) },
    text: entries.length === 0 ? context.translate('cli.outbox.empty') : entries.map((each) => describeEntry(each, context)).join('\n'),
  }
}

/** An entry without the text that it carries. */
export function presentEntry({ payload: _payload, schema: _schema, ...entry }: Entry) {
  return entry
}

/** One line: state, kind, target, headline, and the reason when it is not simply waiting. */
export function describeEntry(entry: Entry, { translate }: Context): string {
  const line = `${entry.id}  ${translate(`entry.${entry.state}`)}  ${translate(`kind.${entry.kind}`)}  ${entry.target}  ${entry.headline}`
  if (entry.problem === null || entry.state === 'done') return line
  const { code, detail } = entry.problem
  return `${line}\n    ${translate(code)}${detail === '' ? '' : ` (${detail})`}`
}
