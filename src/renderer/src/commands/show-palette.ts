import type { Command } from './command.ts'

export const showPaletteCommand: Command = {
  name: 'palette',
  run: ({ places }) => places.showOverlay('palette'),
}
