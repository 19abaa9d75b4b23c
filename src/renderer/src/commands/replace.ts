import { onStory } from '../desk.ts'
import { hasWritableStory, type Command } from './command.ts'

/** Looks for something in the open story and puts something else in its place. */
export const replaceCommand: Command = {
  name: 'replace',
  isPossible: hasWritableStory,
  run: onStory(({ open }) => open.editor.current?.find('replace')),
}
