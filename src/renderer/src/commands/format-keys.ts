import { COMMAND_KEYS, type CommandName } from '../../../bridge/commands.ts'

const IS_MAC = navigator.userAgent.includes('Mac OS')

/** The keys of a command as a person reads them, `Ctrl Shift P`; null when it has none. */
export function formatKeys(name: CommandName): string | null {
  const [keys] = COMMAND_KEYS[name] as readonly (string | undefined)[]
  return keys === undefined ? null : formatKeyNames(keys)
}

/** Keys such as `Mod+Shift+P` as a person reads them on this system. */
export function formatKeyNames(keys: string): string {
  const held = IS_MAC ? { Mod: '⌘', Shift: '⇧', Alt: '⌥' } : { Mod: 'Ctrl', Shift: 'Shift', Alt: 'Alt' }
  const names = { ...held, ARROWUP: '↑', ARROWDOWN: '↓' }
  return keys
    .split(/\+(?=.)/)
    .map((key) => names[key as keyof typeof names] ?? key)
    .join(' ')
}
