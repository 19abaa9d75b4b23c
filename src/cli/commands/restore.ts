import { resolve } from 'node:path'
import { restoreLibrary } from '../../newsroom/drafts/node/index.ts'
import type { Command } from '../command.ts'

/** Makes a new library from a backup and compares every file with what was put in. */
export const restore: Command = {
  name: 'restore',
  usage: 'redaksi restore FILE --library NEWDIR',
  positionals: [1, 1],
  async run(words, context) {
    const { files, bytes } = await restoreLibrary(resolve(words.positionals[0] ?? ''), context.libraryFolder)
    const library = context.libraryFolder
    return {
      json: { library, files, bytes },
      text: context.translate('cli.restore', { folder: library, files }),
    }
  },
}
