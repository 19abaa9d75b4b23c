import type { Command } from './command.ts'

export const showSettingsCommand: Command = {
  name: 'settings',
  run: ({ places }) => places.toggleView('settings'),
}
