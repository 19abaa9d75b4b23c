import { moveBlock } from '../acts/move-block.ts'
import { hasWritableStory, type Command } from './command.ts'

export const moveBlockUpCommand: Command = {
  name: 'move-block-up',
  isPossible: hasWritableStory,
  run: moveBlock('up'),
}
