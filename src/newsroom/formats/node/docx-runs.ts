import { Bookmark, ExternalHyperlink, Tab, TextRun, type ParagraphChild } from 'docx'
import type { Run } from '../../story/index.ts'
import { formatBookmark, type StoryPart } from '../story-parts.ts'
import { cleanRuns } from '../runs.ts'
import { replaceForbidden } from '../xml.ts'

/** A part of a story within its bookmark. A part without text has its bookmark too: an editor may write it. */
export function createPart(part: StoryPart, runs: readonly Run[]): ParagraphChild {
  return new Bookmark({ id: formatBookmark(part), children: cleanRuns(runs).flatMap(createRun) })
}

function createRun(run: Run): readonly (TextRun | ExternalHyperlink)[] {
  const { link } = run
  if (link === undefined) return createLines(run)
  return [new ExternalHyperlink({ link, children: createLines(run, 'Hyperlink') })]
}

/** One run a line: a break stands before its text. */
function createLines({ text, bold, italic }: Run, style?: string): TextRun[] {
  // Left out and not false: an explicit "off" would beat a style.
  const marks = {
    ...(bold === true && { bold }),
    ...(italic === true && { italics: true }),
    ...(style !== undefined && { style }),
  }
  return replaceForbidden(text)
    .split('\n')
    .map((line, i) => new TextRun({ ...marks, ...(i > 0 && { break: 1 }), children: splitTabs(line) }))
}

function splitTabs(line: string): readonly (string | Tab)[] {
  return line.split(/(\t)/).flatMap((part) => (part === '' ? [] : [part === '\t' ? new Tab() : part]))
}
