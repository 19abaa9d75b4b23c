import type { Command } from './command.ts'

/** Looks for something in the open story; without one, in the library. */
export const findCommand: Command = {
  name: 'find',
  run: ({ open, places }) => (open === null ? places.focusSearch() : open.editor.current?.find('find')),
}
