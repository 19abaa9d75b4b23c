import { resolve } from 'node:path'
import { backupLibrary } from '../../newsroom/drafts/node/index.ts'
import type { Command } from '../command.ts'

/** Puts the whole library into one file, and reads it back before saying so. */
export const backup: Command = {
  name: 'backup',
  usage: 'redaksi backup FILE',
  positionals: [1, 1],
  async run(words, context) {
    const path = resolve(words.positionals[0] ?? '')
    const { files, bytes } = await backupLibrary(context.libraryFolder, path, { clock: context.clock })
    return { json: { path, files, bytes }, text: context.translate('cli.backup', { path, files }) }
  },
}
