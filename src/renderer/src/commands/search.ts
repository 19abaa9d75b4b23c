import type { Command } from './command.ts'

export const searchCommand: Command = { name: 'search', run: ({ places }) => places.focusSearch() }
