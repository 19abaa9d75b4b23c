import {
  compileQuery,
  findInTexts,
  type FindQuery,
  type FoundText,
  type SearchedText,
} from '../../find-text.ts'

/** What the worker is asked, once. */
export interface PatternRequest {
  readonly query: FindQuery
  readonly texts: readonly SearchedText[]
}

/** It says once that it is ready to be asked; then what it found. */
export type FindMessage =
  { readonly kind: 'ready' } | { readonly kind: 'found'; readonly found: readonly FoundText[] }

const post = (message: FindMessage) => postMessage(message)

/** Looks for a pattern where it can be stopped: some patterns take longer than the world lasts. */
addEventListener('message', ({ data }: MessageEvent<PatternRequest>) => {
  const expression = compileQuery(data.query)
  post({ kind: 'found', found: expression === null ? [] : findInTexts(data.texts, expression) })
})
post({ kind: 'ready' })
