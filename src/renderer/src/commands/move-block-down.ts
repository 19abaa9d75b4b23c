import { moveBlock } from '../acts/move-block.ts'
import { hasWritableStory, type Command } from './command.ts'

export const moveBlockDownCommand: Command = {
  name: 'move-block-down',
  isPossible: hasWritableStory,
  run: moveBlock('down'),
}
