import { changeWritingView, readWritingView } from '../view/writing-view.ts'
import type { Command } from './command.ts'

/** Prints the story alone. */
export const printCommand: Command = {
  name: 'print',
  isPossible: ({ open }) => open !== null,
  run: ({ open }) => {
    if (open === null) window.print()
    else changeWritingView({ prints: readWritingView().prints + 1 })
  },
}
