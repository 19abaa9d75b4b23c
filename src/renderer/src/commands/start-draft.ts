import { startFrom } from '../acts/templates.ts'
import type { Command } from './command.ts'

export const startDraftCommand: Command = {
  name: 'start-draft',
  isPossible: ({ isReadOnly }) => !isReadOnly,
  run: startFrom(null),
}
