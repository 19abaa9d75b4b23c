/**
 * What a person can do from the keyboard and from a menu, and the keys for it, `Mod` being Ctrl or Cmd. The first are
 * those that a menu shows; a browser keeps some for itself, so there may be others.
 */
export const COMMAND_KEYS = {
  'start-draft': ['Mod+N', 'Alt+N'],
  'save-now': ['Mod+S'],
  search: ['Mod+F', 'Mod+Shift+F'],
  publish: ['Mod+Shift+P'],
  export: ['Mod+E'],
} as const satisfies Readonly<Record<string, readonly string[]>>

/** The name of a command, in the page and in the menu alike. */
export type CommandName = keyof typeof COMMAND_KEYS
