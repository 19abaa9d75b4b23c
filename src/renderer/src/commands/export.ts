import type { Command } from './command.ts'

export const exportCommand: Command = { keys: ['Mod+E'], run: (desk) => desk.export() }
