import { onStory } from '../desk.ts'
import { hasWritableStory, type Command } from './command.ts'

/** What cannot be saved is said where it is always said: first on the status line. */
export const saveNowCommand: Command = {
  name: 'save-now',
  isPossible: hasWritableStory,
  run: onStory(async ({ open }) => void (await open.session.saveNow())),
}
