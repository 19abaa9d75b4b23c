import type { Command } from './command.ts'

export const publishCommand: Command = { name: 'publish', run: (desk) => desk.publish() }
