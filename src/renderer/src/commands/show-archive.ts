import type { Command } from './command.ts'

export const showArchiveCommand: Command = {
  name: 'archive',
  run: ({ places }) => places.toggleView('archive'),
}
