import { hasWritableStory, type Command } from './command.ts'

/** Gives the story to a colleague as a file, with its past and its photos. */
export const handOverCommand: Command = {
  name: 'hand-over',
  isPossible: hasWritableStory,
  run: async (desk) => (await import('../handover/make-file.ts')).offerHandover(desk),
}
