import type { Command } from './command.ts'

export const showOutboxCommand: Command = {
  name: 'outbox',
  run: ({ places }) => places.toggleView('outbox'),
}
