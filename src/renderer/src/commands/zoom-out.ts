import { zoomText } from '../view/zoom-text.ts'
import type { Command } from './command.ts'

export const zoomOutCommand: Command = { name: 'zoom-out', run: zoomText(-1) }
