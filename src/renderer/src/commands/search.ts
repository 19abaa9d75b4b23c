import type { Command } from './command.ts'

export const searchCommand: Command = { keys: ['Mod+F', 'Mod+Shift+F'], run: (desk) => desk.focusSearch() }
