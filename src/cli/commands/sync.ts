import type { EntrySummary, SyncReport } from '../../newsroom/publish/index.ts'
import { isOn, type Command, type Context, type Outcome } from '../command.ts'
import { describeEntry } from '../present-entries.ts'
import { syncThroughApp } from '../sync-through-app.ts'
import { withDesk } from '../with-desk.ts'

/** How long to wait for what falls due, in milliseconds. */
const PATIENCE = 30_000

/** Sends what is due. Without --watch it also awaits what falls due within 30 seconds, then returns. */
export const sync: Command = {
  name: 'sync',
  usage: 'redaksi sync [--once] [--watch]',
  options: { once: { type: 'boolean' }, watch: { type: 'boolean' } },
  positionals: [0, 0],
  async run(words, context) {
    const watch = isOn(words, 'watch')
    const onProgress = (entry: EntrySummary): void => {
      if (watch) context.show(describeEntry(entry, context), entry)
    }
    const { signal } = context
    return withDesk(context, async (desk) => {
      const report =
        desk.kind === 'own'
          ? await desk.newsroom.publisher.sync({ once: !watch, signal, onProgress })
          : await syncThroughApp(desk.client, { patience: watch ? null : PATIENCE, signal, onProgress })
      return watch ? null : presentReport(report, context)
    })
  },
}

function presentReport(report: SyncReport, context: Context): Outcome {
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
