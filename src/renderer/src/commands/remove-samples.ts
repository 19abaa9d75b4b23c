import { removeSamples } from '../acts/samples.ts'
import type { Command } from './command.ts'

export const removeSamplesCommand: Command = {
  name: 'remove-samples',
  isPossible: ({ isReadOnly }) => !isReadOnly,
  run: removeSamples,
}
