import { chooseTheme, isDark } from '../appearance.ts'
import type { Command } from './command.ts'

export const switchThemeCommand: Command = {
  name: 'switch-theme',
  run: () => chooseTheme(isDark() ? 'light' : 'dark'),
}
