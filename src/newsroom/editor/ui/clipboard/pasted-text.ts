import { sliceRuns } from '../../../formats/index.ts'
import { splitParagraphs, type Run } from '../../../story/index.ts'
import type { UnnamedBlock } from '../lexical/blocks.ts'

/**
 * Marks without a shape that programs leave in text: zero-width space, word joiner, byte order mark, soft hyphen, marks
 * of direction, controls. The zero-width joiner stays: emoji are made with it.
 */
const SHAPELESS = /[\u200b\u2060\ufeff\u00ad\u200e\u200f\u202a-\u202e\u2066-\u2069]|(?![\t\n])\p{Cc}/gu
/** Ends of lines, by all the names that they have; Word writes a vertical tab for a line break. */
const LINE_END = /\r\n?|[\v\u0085\u2028\u2029]/g
const BLANK_LINES = /\n(?:[ \t]*\n)+/g

/** Pasted text has LF line ends and plain spaces: a no-break space from elsewhere is residue, not intent. */
export function cleanPastedText(text: string): string {
  return text.replace(LINE_END, '\n').replaceAll('\u00a0', ' ').replace(SHAPELESS, '')
}

/** Reads pasted plain text: blank lines part paragraphs, other line ends are line breaks. */
export function readPastedText(text: string): readonly UnnamedBlock[] {
  const cleaned = cleanPastedText(text)
  const isOneLine = cleaned !== '' && !cleaned.includes('\n')
  const paragraphs = isOneLine ? [cleaned] : splitParagraphs(cleaned).map((each) => each.text)
  return paragraphs.map((each) => ({ kind: 'paragraph', runs: [{ text: each }] }))
}

/** Cuts runs at their blank lines: pages that part paragraphs with two line breaks mean paragraphs. */
export function splitAtBlankLines(runs: readonly Run[]): readonly (readonly Run[])[] {
  const text = runs.map((run) => run.text).join('')
  const parts: (readonly Run[])[] = []
  let start = 0
  for (const gap of text.matchAll(BLANK_LINES)) {
    parts.push(sliceRuns(runs, start, gap.index))
    start = gap.index + gap[0].length
  }
  return [...parts, sliceRuns(runs, start)].filter((part) => part.length > 0)
}
