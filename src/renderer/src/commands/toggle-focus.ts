import { changeWritingView, readWritingView } from '../view/writing-view.ts'
import type { Command } from './command.ts'

/** Leaves nothing but the page, or brings the rest back. */
export const toggleFocusCommand: Command = {
  name: 'toggle-focus',
  isPossible: ({ open }) => open !== null,
  run({ open, say, translate }) {
    const isFocused = !readWritingView().isFocused && open !== null
    changeWritingView({ isFocused })
    if (isFocused) say({ words: translate('app.focus-said') })
  },
}
