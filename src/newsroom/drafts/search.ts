import { getBlockText, type Story } from '../story/index.ts'

/** A story's words, by where they stand: the columns of the full text. */
export interface SearchText {
  readonly headline: string
  readonly body: string
  readonly credit: string
  readonly place: string
  readonly tags: string
}

/** What a story can be found by. People are found by their initials, as printed. */
export function getSearchText(story: Story): SearchText {
  const { credit, dateline } = story
  const people = credit?.photo?.kind === 'people' ? credit.photo.by.initials : []
  return {
    headline: story.headline,
    body: [...story.blocks.map(getBlockText), story.excerpt].join('\n'),
    credit: [
      ...(credit?.writers.initials ?? []),
      ...(credit?.editors ?? []),
      ...people,
      credit?.photo?.organisation ?? '',
    ].join(' '),
    place: dateline === null ? '' : `${dateline.place} ${dateline.site}`,
    tags: [...(story.categories ?? []), ...story.tags].join(' '),
  }
}

/** Words beyond these are not looked for: nobody types more, and a pasted page must not stall the search. */
const MAXIMUM_WORDS = 32
const MAXIMUM_WORD_LENGTH = 200

/**
 * What a person typed, as an FTS5 expression: all words must be there, the last one perhaps unfinished, `"a phrase"`
 * as a whole, one whose closing quote is still to come perhaps unfinished, too. Every word is quoted, so nothing typed
 * is read as an operator. Null when there is no word to look for.
 */
export function buildSearchExpression(query: string): string | null {
  const terms: string[] = []
  // A NUL would end the expression in the middle of a word.
  const typed = query.replace(/\p{Cc}/gu, ' ').replace(/[“”„]/g, '"')
  for (const [whole, phrase, closing] of typed.matchAll(/"([^"]*)("?)|[^\s"]+/g)) {
    const words = (phrase ?? whole).slice(0, MAXIMUM_WORD_LENGTH)
    if (/[\p{L}\p{N}]/u.test(words)) terms.push(closing === '"' ? `"${words}"` : `"${words}"*`)
  }
  const kept = terms.slice(0, MAXIMUM_WORDS)
  // Only the last word may be unfinished; a blank after it does not finish it, people go on typing.
  return kept.length === 0
    ? null
    : kept.map((term, i) => (i < kept.length - 1 ? term.replace(/\*$/, '') : term)).join(' ')
}
