import { changeWritingView, readWritingView } from '../view/writing-view.ts'
import type { Command } from './command.ts'

/** Keeps the line of the caret at one height, or lets it go. */
export const toggleTypewriterCommand: Command = {
  name: 'toggle-typewriter',
  run: ({ say, translate }) => {
    const isTypewriter = !readWritingView().isTypewriter
    changeWritingView({ isTypewriter })
    say({ words: translate(isTypewriter ? 'app.typewriter-on' : 'app.typewriter-off') })
  },
}
