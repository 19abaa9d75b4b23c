import { createContext, use, type ReactNode } from 'react'
import type { Translate } from '../translate.ts'

/** What the interface says, and in which language. */
export interface Texts {
  readonly locale: 'id' | 'en'
  /** Says a text of the locale files, by its key, with its facts filled in. */
  readonly translate: Translate
}

const TextsContext = createContext<Texts>({ locale: 'id', translate: (key) => key })

/** Gives everything inside its words. */
export function TextsProvider({ texts, children }: { readonly texts: Texts; readonly children: ReactNode }) {
  return <TextsContext value={texts}>{children}</TextsContext>
}

/** The words of the interface, where they are needed. */
export function useTexts(): Texts {
  return use(TextsContext)
}
