import type { Command } from './command.ts'

export const saveNowCommand: Command = { name: 'save-now', run: (desk) => desk.saveNow() }
