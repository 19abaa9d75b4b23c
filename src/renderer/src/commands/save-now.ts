import type { Command } from './command.ts'

export const saveNowCommand: Command = { keys: ['Mod+S'], run: (desk) => desk.saveNow() }
