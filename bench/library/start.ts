import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { interleave, time } from '../support/measure.ts'
import { printFigure } from '../support/report.ts'
import type { Samples } from '../support/sample-library.ts'

const COUNTS = [10, 10_000]
const ROUNDS = 20
const CLI = join(import.meta.dirname, '..', '..', 'out', 'cli.js')

/** A command, from its start to its end, against Node that starts and does nothing. */
export async function benchStart(samples: Samples): Promise<void> {
  for (const count of COUNTS) {
    const { layout, ids } = await samples.get(count)
    const env = { ...process.env, REDAKSI_LIBRARY: layout.folder, ...getOwnFolders(samples.folder) }
    const trials = {
      list: () => run([CLI, 'list', '--limit', '1'], env),
      show: () => run([CLI, 'show', ids[0] ?? ''], env),
      floor: () => run(['-e', '0'], env),
    }
    const times = await interleave(trials, { rounds: ROUNDS, warmUp: 2 })
    for (const command of ['list', 'show'] as const) {
      const name = `start, ${command}, ${count.toLocaleString('en')} drafts, against node -e 0`
      printFigure({ name, times: times[command], floor: times.floor })
    }
  }
}

/** Settings of whoever runs this must not be read. */
function getOwnFolders(folder: string): NodeJS.ProcessEnv {
  return { HOME: folder, XDG_CONFIG_HOME: join(folder, 'config'), XDG_DATA_HOME: join(folder, 'data') }
}

function run(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  return time(() => {
    const { status, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8' })
    if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr}`)
  })
}
