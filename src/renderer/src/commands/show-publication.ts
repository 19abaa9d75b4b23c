import type { Command } from './command.ts'

export const showPublicationCommand: Command = {
  name: 'publication',
  isPossible: ({ open }) => open !== null,
  run: ({ places }) => places.showTab('publish'),
}
