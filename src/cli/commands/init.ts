import { createNewsroom, readHouseFile, readStarterHouse } from '../../backend/index.ts'
import { getText, type Command } from '../command.ts'
import { createSurroundings } from '../with-newsroom.ts'

/** Makes an empty library, with the starter profile or an office's own. */
export const init: Command = {
  name: 'init',
  usage: 'redaksi init [--house FILE] [--library DIR]',
  options: { house: { type: 'string' } },
  positionals: [0, 0],
  async run(words, context) {
    const file = getText(words, 'house')
    const house = file === undefined ? await readStarterHouse() : await readHouseFile(file)
    const { id } = await createNewsroom(context.libraryFolder, house, createSurroundings(context))
    return {
      json: { library: context.libraryFolder, id },
      text: context.translate('cli.init', {
        folder: context.libraryFolder,
        office: house.organisation.short,
      }),
    }
  },
}
