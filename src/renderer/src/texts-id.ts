const files = import.meta.glob<Readonly<Record<string, string>>>('../../../resources/locales/id/*.json', {
  eager: true,
  import: 'default',
})

/** All texts in Indonesian, by their keys. */
export const TEXTS: Readonly<Record<string, string>> = Object.assign({}, ...Object.values(files))
