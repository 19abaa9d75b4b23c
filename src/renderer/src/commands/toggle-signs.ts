import { chooseTypingSigns, isTypingSigns } from '../typing.ts'
import type { Command } from './command.ts'

/** Puts the house's quotation marks and dashes as somebody types, or leaves what is typed. */
export const toggleSignsCommand: Command = {
  name: 'toggle-signs',
  run({ say, translate }) {
    const isOn = !isTypingSigns()
    chooseTypingSigns(isOn)
    say({ words: translate(isOn ? 'app.signs-on' : 'app.signs-off') })
  },
}
