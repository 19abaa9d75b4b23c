import { RedaksiError } from '../../base/errors.ts'
import type { FormatsErrorCode } from './contract.ts'

/**
 * What a Markdown text may hold. CommonMark costs some texts a time that grows with the square of their marks, and a
 * hostile file could hold a program up for hours. A story of 20,000 words stays well below each of these.
 */
const MARKDOWN_LIMITS = {
  characters: 1024 * 1024,
  /** Lines, characters that can be marks, and the blanks and marks before a line's text, in the whole text. */
  structure: 15_000,
  /** Characters that can be marks between two blank lines. */
  marksInParagraph: 1000,
  /** Lines that could underline a heading. */
  underlines: 500,
  /** Blanks and marks before a line's text: nested lists and quotations. */
  depth: 100,
} as const

const MARKS = /[*_[\]!`<>&#~\\]/g
const PREFIX = /^(?:[ \t>*+-]|[0-9]{1,9}[.)])*/
const UNDERLINE = /^ {0,3}(?:=+|-+)[ \t]*$/

/** Refuses a text with LF line ends that is over a limit, with `formats.too-large` or `formats.too-deep`. */
export function refuseCostlyMarkdown(text: string): void {
  refuseOver('formats.too-large', text.length, MARKDOWN_LIMITS.characters)
  let structure = 0
  let underlines = 0
  let marksInParagraph = 0
  for (const line of text.split('\n')) {
    const isUnderline = UNDERLINE.test(line)
    const prefix = isUnderline ? 0 : (PREFIX.exec(line)?.[0].length ?? 0)
    const marks = line.match(MARKS)?.length ?? 0
    structure += 1 + prefix + marks
    marksInParagraph = /^[ \t]*$/.test(line) ? 0 : marksInParagraph + marks
    if (isUnderline) underlines += 1
    refuseOver('formats.too-deep', prefix, MARKDOWN_LIMITS.depth)
    refuseOver('formats.too-large', marksInParagraph, MARKDOWN_LIMITS.marksInParagraph)
  }
  refuseOver('formats.too-large', structure, MARKDOWN_LIMITS.structure)
  refuseOver('formats.too-large', underlines, MARKDOWN_LIMITS.underlines)
}

function refuseOver(code: FormatsErrorCode, amount: number, limit: number): void {
  if (amount > limit) throw new RedaksiError<FormatsErrorCode>(code, { limit })
}
