import { isOn, type Command, type Context, type Outcome } from '../command.ts'
import { describeEntry } from '../present-entries.ts'
import { withNewsroom } from '../with-newsroom.ts'
import type { Newsroom } from '../../backend/index.ts'

type Report = Awaited<ReturnType<Newsroom['publisher']['sync']>>

/** Sends what is due. Without --watch it also awaits what falls due within 30 seconds, then returns. */
export const sync: Command = {
  name: 'sync',
  usage: 'redaksi sync [--once] [--watch]',
  options: { once: { type: 'boolean' }, watch: { type: 'boolean' } },
  positionals: [0, 0],
  async run(words, context) {
    const watch = isOn(words, 'watch')
    return withNewsroom(context, 'write', async ({ publisher }) => {
      const report = await publisher.sync({
        once: !watch,
        signal: context.signal,
        onProgress: (entry) => {
          if (watch) context.show(describeEntry(entry, context), entry)
        },
      })
      return watch ? null : presentReport(report, context)
    })
  },
}

function presentReport(report: Report, context: Context): Outcome {
  const { sent, done, unknown, parked, waiting, entries } = report
  const numbers = { sent, done, unknown, parked, waiting }
  const needsPerson = entries.some((entry) => entry.state === 'parked' || entry.state === 'paused')
  return {
    json: { ...numbers, entries },
    text: [
      ...entries.map((entry) => describeEntry(entry, context)),
      context.translate('cli.sync.sum', numbers),
    ].join('\n'),
    exitCode: needsPerson ? 3 : 0,
  }
}
