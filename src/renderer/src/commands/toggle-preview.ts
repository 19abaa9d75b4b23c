import { changeWritingView, readWritingView } from '../view/writing-view.ts'
import type { Command } from './command.ts'

/** Shows the story beside its text as readers will see it, or takes that away. */
export const togglePreviewCommand: Command = {
  name: 'toggle-preview',
  isPossible: ({ open }) => open !== null,
  run: ({ open }) => {
    const isPreviewed = !readWritingView().isPreviewed && open !== null
    changeWritingView(isPreviewed ? { isPreviewed, isFocused: false } : { isPreviewed })
  },
}
