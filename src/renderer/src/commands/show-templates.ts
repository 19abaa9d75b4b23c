import type { Command } from './command.ts'

export const showTemplatesCommand: Command = {
  name: 'templates',
  run: ({ places }) => places.toggleView('templates'),
}
