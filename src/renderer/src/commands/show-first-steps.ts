import { showFirstSteps } from '../acts/first-steps.ts'
import type { Command } from './command.ts'

export const showFirstStepsCommand: Command = {
  name: 'first-steps',
  isPossible: ({ isReadOnly }) => !isReadOnly,
  run: showFirstSteps,
}
