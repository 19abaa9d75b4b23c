import type { Command } from './command.ts'

export const exportCommand: Command = { name: 'export', run: (desk) => desk.export() }
