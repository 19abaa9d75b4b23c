import { onStory } from '../desk.ts'
import type { Command } from './command.ts'

/** Goes on to the next place of what is looked for. */
export const findNextCommand: Command = {
  name: 'find-next',
  isPossible: ({ open }) => open !== null,
  run: onStory(({ open }) => open.editor.current?.find('next')),
}
