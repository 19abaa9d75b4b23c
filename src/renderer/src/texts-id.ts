const files = import.meta.glob<Readonly<Record<string, string>>>(
  // What the command line, the endpoint and the desktop's menus say is said there; what late parts and the host's
  // refusals say comes with them. Each is left out by its whole path: a pattern in any folder leaves nothing out.
  [
    '../../../resources/locales/id/*.json',
    '!../../../resources/locales/id/{cli,endpoint,main,web}.json',
    '!../../../resources/locales/id/*.late.json',
  ],
  { eager: true, import: 'default' },
)

/** All texts in Indonesian, by their keys. */
export const TEXTS: Readonly<Record<string, string>> = Object.assign({}, ...Object.values(files))
