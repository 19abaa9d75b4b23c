import { resolve } from 'node:path'
import { drillRestore } from '../../newsroom/drafts/node/index.ts'
import type { Command } from '../command.ts'

/** Restores a backup into a folder for the time being, looks it over, counts it against the library, and removes it. */
export const drill: Command = {
  name: 'drill',
  usage: 'redaksi drill FILE',
  positionals: [1, 1],
  async run(words, context) {
    const report = await drillRestore(context.libraryFolder, resolve(words.positionals[0] ?? ''))
    const { path, drafts, photos, problems, newer } = report
    const isGood = problems === 0
    const facts = { path, drafts, photos, problems, newer }
    return {
      json: { ok: isGood, ...report },
      text: context.translate(isGood ? 'cli.drill' : 'cli.drill-problems', facts),
      exitCode: isGood ? 0 : 1,
    }
  },
}
