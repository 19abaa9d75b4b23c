import { zoomText } from '../view/zoom-text.ts'
import type { Command } from './command.ts'

export const zoomResetCommand: Command = { name: 'zoom-reset', run: zoomText(0) }
