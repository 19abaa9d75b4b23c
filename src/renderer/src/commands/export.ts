import { exportAs } from '../acts/export-as.ts'
import type { Command } from './command.ts'

export const exportCommand: Command = { name: 'export', run: exportAs('txt') }
