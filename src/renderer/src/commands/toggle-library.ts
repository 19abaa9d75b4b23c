import type { Command } from './command.ts'

export const toggleLibraryCommand: Command = {
  name: 'toggle-library',
  run: ({ places }) => places.toggleLibrary(),
}
