/** What the texts for people are held against. */
export interface LocaleFacts {
  /** Locale, file, key, text. */
  readonly texts: Readonly<Record<'id' | 'en', Readonly<Record<string, Readonly<Record<string, string>>>>>>
  /** Every error code that a contract lists. */
  readonly codes: readonly string[]
  /** The source files, as text. */
  readonly sources: readonly string[]
}

/** Says what is missing, left over or unequal in the locale files; nothing when all is well. */
export function findLocaleProblems({ texts, codes, sources }: LocaleFacts): readonly string[] {
  const [id, en] = [flatten(texts.id), flatten(texts.en)]
  const called = listCalledKeys(sources)
  const isUsed = createUseCheck(codes, sources)
  const keys = [...new Set([...id.keys(), ...en.keys()])]
  return [
    ...[...codes, ...called].flatMap((key) => [
      ...(id.has(key) ? [] : [`${key}: no text in id`]),
      ...(en.has(key) ? [] : [`${key}: no text in en`]),
    ]),
    ...keys
      .filter((key) => id.get(key)?.file !== en.get(key)?.file)
      .map((key) => `${key}: not in the same file in both`),
    ...keys
      .filter((key) => listPlaceholders(id.get(key)?.text) !== listPlaceholders(en.get(key)?.text))
      .map((key) => `${key}: not the same placeholders`),
    ...keys.filter((key) => !isUsed(key)).map((key) => `${key}: used nowhere`),
    ...[...id, ...en]
      .filter(([, { text }]) => text.includes('!'))
      .map(([key]) => `${key}: an exclamation mark`),
    ...[...listTwice(texts.id), ...listTwice(texts.en)].map((key) => `${key}: stands in two files`),
  ]
}

function flatten(files: LocaleFacts['texts']['id']): ReadonlyMap<string, { file: string; text: string }> {
  return new Map(
    Object.entries(files).flatMap(([file, texts]) =>
      Object.entries(texts).map(([key, text]) => [key, { file, text }] as const),
    ),
  )
}

function listTwice(files: LocaleFacts['texts']['id']): readonly string[] {
  const keys = Object.values(files).flatMap((texts) => Object.keys(texts))
  return keys.filter((key, i) => keys.indexOf(key) !== i)
}

function listPlaceholders(text: string | undefined): string {
  return [...(text ?? '').matchAll(/\{\{\s*([^}\s]+)\s*\}\}/g)]
    .map((match) => match[1])
    .sort()
    .join(' ')
}

/** Keys that a source translates by name: `translate('cli.help')`. */
function listCalledKeys(sources: readonly string[]): readonly string[] {
  const calls = sources.flatMap((source) => [...source.matchAll(/\btranslate\(\s*'([^']+)'/g)])
  return [...new Set(calls.flatMap((match) => match[1] ?? []))]
}

/** A key is used as an error code, by its name in a source, or as one that a source puts together: `status.${status}`. */
function createUseCheck(codes: readonly string[], sources: readonly string[]): (key: string) => boolean {
  const parts = sources.flatMap((source) => [...source.matchAll(/`([a-z.-]*)\$\{[^{}]+\}([a-z.-]*)`/g)])
  const patterns = parts
    .filter(([, before = '', after = '']) => before.endsWith('.') || after.startsWith('.'))
    .map(([, before = '', after = '']) => new RegExp(`^${escapeDots(before)}.+${escapeDots(after)}$`))
  const all = sources.join('\n')
  const known = new Set(codes)
  return (key) => known.has(key) || all.includes(`'${key}'`) || patterns.some((pattern) => pattern.test(key))
}

function escapeDots(text: string): string {
  return text.replaceAll('.', '\\.')
}
