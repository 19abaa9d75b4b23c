import { onStory } from '../desk.ts'
import type { Command } from './command.ts'

/** Goes back to the place before it. */
export const findPreviousCommand: Command = {
  name: 'find-previous',
  isPossible: ({ open }) => open !== null,
  run: onStory(({ open }) => open.editor.current?.find('previous')),
}
