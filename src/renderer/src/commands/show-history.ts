import type { Command } from './command.ts'

export const showHistoryCommand: Command = {
  name: 'history',
  isPossible: ({ open }) => open !== null,
  run: ({ places }) => places.showTab('history'),
}
