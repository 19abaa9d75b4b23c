const files = import.meta.glob<Readonly<Record<string, string>>>(
  ['../../../resources/locales/id/*.late.json', '../../../resources/locales/id/web.json'],
  { eager: true, import: 'default' },
)

/** What the late parts of the page say in Indonesian, by its keys. */
export const TEXTS: Readonly<Record<string, string>> = Object.assign({}, ...Object.values(files))
