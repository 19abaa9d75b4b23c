/**
 * What a person can do from the keyboard, a menu and the palette, and the keys for it, `Mod` being Ctrl or Cmd. The first
 * are those that a menu shows; a browser keeps some for itself, so there may be others, or none at all.
 */
export const COMMAND_KEYS = {
  'start-draft': ['Mod+N', 'Alt+N'],
  'start-from-template': ['Mod+Shift+N', 'Shift+Alt+N'],
  'save-now': ['Mod+S'],
  search: ['Mod+Shift+F'],
  find: ['Mod+F'],
  replace: ['Mod+H', 'Mod+Alt+F'],
  'find-next': ['F3', 'Mod+G'],
  'find-previous': ['Shift+F3', 'Mod+Shift+G'],
  palette: ['Mod+K'],
  publish: ['Mod+Shift+P'],
  export: ['Mod+E'],
  'hand-over': [],
  'open-handover': [],
  print: ['Mod+P'],
  sync: [],
  outbox: ['Mod+Shift+O'],
  archive: [],
  'show-trash': [],
  templates: [],
  recap: [],
  settings: ['Mod+,'],
  history: ['Mod+Shift+H'],
  publication: [],
  duplicate: ['Mod+Shift+D'],
  'move-block-up': ['Shift+Alt+ARROWUP'],
  'move-block-down': ['Shift+Alt+ARROWDOWN'],
  trash: [],
  untrash: [],
  'toggle-library': ['Mod+\\'],
  'toggle-preview': ['Mod+Shift+L'],
  'toggle-focus': ['Mod+.'],
  'toggle-typewriter': [],
  'zoom-in': ['Mod++', 'Mod+=', 'Mod+Shift++'],
  'zoom-out': ['Mod+-'],
  'zoom-reset': ['Mod+0'],
  'toggle-signs': [],
  'switch-theme': [],
  'switch-language': [],
  shortcuts: ['Mod+/', 'F1'],
  help: ['Shift+F1'],
} as const satisfies Readonly<Record<string, readonly string[]>>

/** The name of a command, in the page and in the menu alike. */
export type CommandName = keyof typeof COMMAND_KEYS
