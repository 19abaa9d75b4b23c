import type { Command } from './command.ts'

export const showShortcutsCommand: Command = {
  name: 'shortcuts',
  run: ({ places }) => places.showOverlay('shortcuts'),
}
