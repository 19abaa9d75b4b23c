import { createInstance } from 'i18next'
import type { Locale } from './locale.ts'

/** Says a text of the locale files, by its key, with its facts filled in. */
export type Translate = (
  key: string,
  facts?: Readonly<Record<string, string | number | boolean | null>>,
) => string

type Texts = Readonly<Record<string, string>>

/** Each language is a file of its own, so that a page loads one. */
const LOADERS: Readonly<Record<Locale, () => Promise<{ readonly TEXTS: Texts }>>> = {
  id: () => import('./texts-id.ts'),
  en: () => import('./texts-en.ts'),
}

/** Loads a language. */
export async function createTranslate(locale: Locale): Promise<Translate> {
  const { TEXTS } = await LOADERS[locale]()
  const instance = createInstance({
    lng: locale,
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    // Texts become text nodes, never markup.
    interpolation: { escapeValue: false },
    resources: { [locale]: { translation: TEXTS } },
  })
  void instance.init()
  return (key, facts = {}) => instance.t(key, { ...facts, defaultValue: key })
}
