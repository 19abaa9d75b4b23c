import { exportAs } from '../acts/export-as.ts'
import type { Command } from './command.ts'

export const exportCommand: Command = {
  name: 'export',
  isPossible: ({ open }) => open !== null,
  run: exportAs('txt'),
}
