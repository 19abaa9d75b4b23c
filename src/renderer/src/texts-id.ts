const files = import.meta.glob<Readonly<Record<string, string>>>(
  // What the command line, the endpoint and the desktop's menus say is said there; what late parts say comes with them.
  ['../../../resources/locales/id/*.json', '!**/{cli,endpoint,main}.json', '!**/*.late.json'],
  { eager: true, import: 'default' },
)

/** All texts in Indonesian, by their keys. */
export const TEXTS: Readonly<Record<string, string>> = Object.assign({}, ...Object.values(files))
