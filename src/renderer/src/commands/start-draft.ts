import type { Command } from './command.ts'

export const startDraftCommand: Command = { keys: ['Alt+N', 'Mod+N'], run: (desk) => desk.startDraft() }
