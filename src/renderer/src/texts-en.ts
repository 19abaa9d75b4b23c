const files = import.meta.glob<Readonly<Record<string, string>>>(
  // What the command line and the endpoint say is said there.
  ['../../../resources/locales/en/*.json', '!**/cli.json', '!**/endpoint.json'],
  { eager: true, import: 'default' },
)

/** All texts in English, by their keys. */
export const TEXTS: Readonly<Record<string, string>> = Object.assign({}, ...Object.values(files))
