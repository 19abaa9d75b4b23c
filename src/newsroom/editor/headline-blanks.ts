import { findBlanksIn, type FoundBlank } from '../house/index.ts'

/** Blanks in the headline. It is one line of plain text, so a blank there is a place in it. */

/** A blank that is being filled: what stands before it and after it. What is between them was typed. */
export interface HeadlineFill {
  readonly label: string
  readonly before: string
  readonly after: string
}

/** A selection in the headline, in UTF-16 units. */
export interface HeadlineSelection {
  readonly start: number
  readonly end: number
}

/** A stretch of the headline as it is shown. */
export interface HeadlinePiece {
  readonly kind: 'text' | 'blank' | 'fill'
  readonly text: string
  readonly start: number
}

/** The blank that a selection covers, alone and whole; null for any other selection. */
export function findSelectedBlank(headline: string, { start, end }: HeadlineSelection): FoundBlank | null {
  return findBlanksIn(headline).find((blank) => blank.start === start && blank.end === end) ?? null
}

/** The next blank after a selection, or the last before it; null when there is none that way. */
export function findBlankBeside(
  headline: string,
  { start, end }: HeadlineSelection,
  direction: 'next' | 'previous',
): FoundBlank | null {
  const blanks = findBlanksIn(headline)
  return direction === 'next'
    ? (blanks.find((blank) => blank.start >= end) ?? null)
    : (blanks.findLast((blank) => blank.end <= start) ?? null)
}

/** Starts filling a blank. */
export function startHeadlineFill(headline: string, { label, start, end }: FoundBlank): HeadlineFill {
  return { label, before: headline.slice(0, start), after: headline.slice(end) }
}

/** What was typed into a blank so far; null when the headline was changed around it. */
export function readHeadlineFill({ before, after }: HeadlineFill, headline: string): string | null {
  const isWhole = headline.length >= before.length + after.length
  if (!isWhole || !headline.startsWith(before) || !headline.endsWith(after)) return null
  return headline.slice(before.length, headline.length - after.length)
}

/** The headline in pieces, so that blanks and what is typed into one can be shown as such. */
export function splitHeadline(headline: string, fill: HeadlineFill | null): readonly HeadlinePiece[] {
  const typed = fill === null ? null : readHeadlineFill(fill, headline)
  const marks = [
    ...findBlanksIn(headline).map(({ start, end }) => ({ kind: 'blank' as const, start, end })),
    ...(fill === null || typed === null
      ? []
      : [{ kind: 'fill' as const, start: fill.before.length, end: fill.before.length + typed.length }]),
  ].sort((a, b) => a.start - b.start)
  const pieces: HeadlinePiece[] = []
  let at = 0
  for (const { kind, start, end } of marks) {
    if (start > at) pieces.push({ kind: 'text', text: headline.slice(at, start), start: at })
    pieces.push({ kind, text: headline.slice(start, end), start })
    at = end
  }
  return at < headline.length ? [...pieces, { kind: 'text', text: headline.slice(at), start: at }] : pieces
}
