import { fillTexts, type Translate } from '../../base/translate.ts'
import type { Locale } from './locale.ts'

type Texts = Readonly<Record<string, string>>

/** Each language is a file of its own, so that a page loads one. */
const LOADERS: Readonly<Record<Locale, () => Promise<{ readonly TEXTS: Texts }>>> = {
  id: () => import('./texts-id.ts'),
  en: () => import('./texts-en.ts'),
}

/** Loads a language. */
export async function loadTexts(locale: Locale): Promise<Translate> {
  return fillTexts((await LOADERS[locale]()).TEXTS)
}
