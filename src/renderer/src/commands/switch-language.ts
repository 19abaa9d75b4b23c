import { chooseLocale } from '../locale.ts'
import type { Command } from './command.ts'

export const switchLanguageCommand: Command = {
  name: 'switch-language',
  run: ({ locale }) => chooseLocale(locale === 'id' ? 'en' : 'id'),
}
