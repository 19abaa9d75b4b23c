import type { Command } from './command.ts'

export const showRecapCommand: Command = {
  name: 'recap',
  run: ({ places }) => places.toggleView('recap'),
}
