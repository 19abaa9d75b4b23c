import type { Command } from './command.ts'

export const startFromTemplateCommand: Command = {
  name: 'start-from-template',
  isPossible: ({ isReadOnly }) => !isReadOnly,
  run: ({ places, isReadOnly }) => (isReadOnly ? undefined : places.showOverlay('start')),
}
