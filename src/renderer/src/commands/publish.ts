import type { Command } from './command.ts'

export const publishCommand: Command = { keys: ['Mod+Shift+P'], run: (desk) => desk.publish() }
