import type { DraftRow } from '../list.ts'

/** Cuts a snippet of the search at its finds, which stand between U+0002 and U+0003. */
export function splitSnippet(snippet: string): readonly { words: string; isFound: boolean }[] {
  return snippet.split('\u0002').flatMap((part, i) => {
    if (i === 0) return part === '' ? [] : [{ words: part, isFound: false }]
    const [found = '', ...rest] = part.split('\u0003')
    const after = rest.join('')
    return [{ words: found, isFound: true }, ...(after === '' ? [] : [{ words: after, isFound: false }])]
  })
}

/** The snippet of a row where it says more than the headline above it; null when that is all that was found. */
export function getTellingSnippet({
  headline,
  snippet,
}: Pick<DraftRow, 'headline' | 'snippet'>): string | null {
  if (snippet === undefined) return null
  const words = splitSnippet(snippet).map((piece) => piece.words)
  return headline.includes(words.join('').replaceAll('…', '')) ? null : snippet
}
