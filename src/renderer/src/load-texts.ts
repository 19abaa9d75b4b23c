import { fillTexts, type Translate } from '../../base/translate.ts'
import type { Locale } from './locale.ts'

type Texts = Readonly<Record<string, string>>
type Load = () => Promise<{ readonly TEXTS: Texts }>

/** Each language is two files of its own, so that a page loads one: what the first screen says, and what late parts say. */
const LOADERS: Readonly<Record<Locale, { readonly first: Load; readonly late: Load }>> = {
  id: { first: () => import('./texts-id.ts'), late: () => import('./texts-id-late.ts') },
  en: { first: () => import('./texts-en.ts'), late: () => import('./texts-en-late.ts') },
}

/** Loads a language. `addLate` adds what late parts say (`*.late.json`) to what `translate` knows. */
export async function loadTexts(locale: Locale): Promise<{
  readonly translate: Translate
  readonly addLate: () => Promise<void>
}> {
  const { first, late } = LOADERS[locale]
  const texts = { ...(await first()).TEXTS }
  return {
    translate: fillTexts(texts),
    addLate: async () => void Object.assign(texts, (await late()).TEXTS),
  }
}
