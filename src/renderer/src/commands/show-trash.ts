import type { Command } from './command.ts'

export const showTrashCommand: Command = { name: 'show-trash', run: ({ places }) => places.showTrash() }
