import type { EntrySummary } from '../newsroom/publish/index.ts'
import type { Context, Outcome } from './command.ts'

/** Entries of the outbox, for programs and for people: what each is, for whom, how it stands and why. */
export function presentEntries(entries: readonly EntrySummary[], context: Context): Outcome {
  const lines = entries.map((each) => describeEntry(each, context))
  return {
    json: { entries },
    text: lines.length === 0 ? context.translate('cli.outbox.empty') : lines.join('\n'),
  }
}

/** One line: state, kind, target, headline, and below it the reason when it is not simply waiting. */
export function describeEntry(entry: EntrySummary, { translate }: Context): string {
  const states = [translate(`entry.${entry.state}`), translate(`kind.${entry.kind}`), entry.target]
  const line = [entry.id, ...states, entry.headline].join('  ')
  if (entry.problem === null || entry.state === 'done') return line
  const { code, detail } = entry.problem
  return `${line}\n    ${translate(code)}${detail === '' ? '' : ` (${detail})`}`
}
