import type { ErrorDetails } from './errors.ts'

/** Says a text of the locale files, by its key, with its facts filled in. */
export type Translate = (key: string, facts?: ErrorDetails) => string

/**
 * The words of one language. A text names the facts that belong in it, `{{place}}`; one that was not given is left out.
 * A key without a text is said as it is: a missing text is seen, and nothing breaks.
 */
export function fillTexts(texts: Readonly<Record<string, string>>): Translate {
  return (key, facts = {}) =>
    (Object.hasOwn(texts, key) ? (texts[key] ?? key) : key).replace(/\{\{(\w+)\}\}/g, (_, name: string) =>
      Object.hasOwn(facts, name) ? String(facts[name] ?? '') : '',
    )
}
