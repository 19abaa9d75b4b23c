import { zoomText } from '../view/zoom-text.ts'
import type { Command } from './command.ts'

export const zoomInCommand: Command = { name: 'zoom-in', run: zoomText(1) }
