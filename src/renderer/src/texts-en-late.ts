const files = import.meta.glob<Readonly<Record<string, string>>>(
  ['../../../resources/locales/en/*.late.json', '../../../resources/locales/en/web.json'],
  { eager: true, import: 'default' },
)

/** What the late parts of the page say in English, by its keys. */
export const TEXTS: Readonly<Record<string, string>> = Object.assign({}, ...Object.values(files))
