import type { Command } from './command.ts'

export const openHandoverCommand: Command = {
  name: 'open-handover',
  isPossible: ({ isReadOnly }) => !isReadOnly,
  run: async (desk) => (await import('../handover/open-file.ts')).chooseHandoverFile(desk),
}
