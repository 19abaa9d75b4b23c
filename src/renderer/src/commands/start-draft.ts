import type { Command } from './command.ts'

export const startDraftCommand: Command = { name: 'start-draft', run: (desk) => desk.startDraft() }
