import { findBlanksIn } from '../house/index.ts'
import type { BlockId } from '../story/index.ts'

/** Finding in the open story: its headline and its blocks, captions among them, each on its own. */

/** What is looked for. A pattern is a regular expression (ECMAScript, with Unicode). */
export interface FindQuery {
  readonly text: string
  readonly matchCase: boolean
  readonly wholeWord: boolean
  readonly isPattern: boolean
}

/** Where a text of the story stands. */
export type TextPlace = 'headline' | BlockId

/** A text to search. A line break in it is `\n`. */
export interface SearchedText {
  readonly at: TextPlace
  readonly text: string
}

/** A find: where it stands, in UTF-16 units of its text, and what the groups of a pattern took. */
export interface FoundText {
  readonly at: TextPlace
  readonly start: number
  readonly end: number
  readonly groups: readonly (string | undefined)[]
  readonly named: Readonly<Record<string, string | undefined>>
}

/** More finds than anybody looks through are not gathered. */
export const MOST_FOUND = 10_000

const LETTER = '[\\p{L}\\p{M}\\p{N}_]'
/** What a key types, and the marks that it stands for in a story. */
const KEY_SIGNS: Readonly<Record<string, string>> = {
  "'": "['‘’ʼ]",
  '"': '["“”]',
  ' ': '[ \\u00a0]',
}

/** Makes the expression that a query means; null for nothing to look for, and for a pattern that is none. */
export function compileQuery({ text, matchCase, wholeWord, isPattern }: FindQuery): RegExp | null {
  if (text === '') return null
  const source = isPattern ? text : escapeLiteral(text)
  const whole = wholeWord ? `(?<!${LETTER})(?:${source})(?!${LETTER})` : source
  try {
    // Alone first: what is no pattern may be one with something around it.
    const alone = new RegExp(source, matchCase ? 'gu' : 'giu')
    return wholeWord ? new RegExp(whole, alone.flags) : alone
  } catch {
    return null
  }
}

/**
 * Finds in texts, in their order, at most `MOST_FOUND` times. What is empty is no find, and neither is what reaches into
 * a blank. A pattern of a person’s may take for ever: it belongs where it can be stopped.
 */
export function findInTexts(texts: readonly SearchedText[], expression: RegExp): readonly FoundText[] {
  const all: FoundText[] = []
  for (const { at, text } of texts) {
    const blanks = text.includes('{{') ? findBlanksIn(text) : []
    for (const match of text.matchAll(expression)) {
      const [start, end] = [match.index, match.index + match[0].length]
      if (start === end || blanks.some((blank) => blank.start < end && start < blank.end)) continue
      all.push({ at, start, end, groups: [...match], named: { ...match.groups } })
      if (all.length === MOST_FOUND) return all
    }
  }
  return all
}

/** The first find at or behind a place in the story; the very first when there is none. Null when there is none at all. */
export function findFrom(
  found: readonly FoundText[],
  texts: readonly SearchedText[],
  from: { readonly at: TextPlace; readonly offset: number },
): number | null {
  if (found.length === 0) return null
  const order = new Map(texts.map(({ at }, i) => [at, i]))
  const line = order.get(from.at) ?? 0
  const next = found.findIndex(({ at, start }) => {
    const own = order.get(at) ?? 0
    return own > line || (own === line && start >= from.offset)
  })
  return Math.max(0, next)
}

function escapeLiteral(text: string): string {
  return [...text].map((sign) => KEY_SIGNS[sign] ?? escapeSign(sign)).join('')
}

function escapeSign(sign: string): string {
  return /[\\^$.*+?()[\]{}|/]/.test(sign) ? `\\${sign}` : sign
}
