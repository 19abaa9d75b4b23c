import { findBlanksIn } from '../../house/index.ts'
import type { DraftRow } from '../list.ts'
import { showHeadline } from './shown-headline.ts'
import { splitSnippet } from './snippet.ts'

/** A stretch of a headline: of the office's own name, which is shown more quietly, and found or not. */
export interface HeadlinePiece {
  readonly text: string
  readonly isOffice: boolean
  readonly isFound: boolean
}

/** Cuts a row's headline where the office's own name and the finds begin and end. One with blanks shows those instead. */
export function cutHeadline(
  { headline, found }: Pick<DraftRow, 'headline' | 'found'>,
  office: string,
): readonly HeadlinePiece[] {
  const isMarked = found !== undefined && findBlanksIn(headline).length === 0
  const marks = isMarked ? splitSnippet(found) : [{ words: showHeadline(headline), isFound: false }]
  const text = marks.map(({ words }) => words).join('')
  const start = office === '' ? -1 : text.indexOf(office)
  const name = start < 0 ? { start: 0, end: 0 } : { start, end: start + office.length }
  let at = 0
  return marks.flatMap(({ words, isFound }) => {
    const from = at
    at += words.length
    const cuts = [from, name.start, name.end, at].filter((cut) => cut >= from && cut <= at)
    return cuts
      .toSorted((a, b) => a - b)
      .flatMap((cut, i, all) => {
        const next = all[i + 1] ?? cut
        const isOffice = cut >= name.start && next <= name.end
        return next === cut ? [] : [{ text: text.slice(cut, next), isOffice, isFound }]
      })
  })
}
