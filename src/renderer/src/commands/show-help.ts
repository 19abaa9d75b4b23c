import type { Command } from './command.ts'

export const showHelpCommand: Command = {
  name: 'help',
  run: ({ places }) => places.toggleView('help'),
}
