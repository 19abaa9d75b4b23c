/** A paragraph of a file: its exact text, inner line breaks included, and the number of its first line, from 1. */
export interface Paragraph {
  readonly text: string
  readonly line: number
}

/** Cuts a text with LF line ends at its blank lines (nothing, spaces, tabs). Nothing else is trimmed. */
export function splitParagraphs(text: string): readonly Paragraph[] {
  const paragraphs: Paragraph[] = []
  let lines: string[] = []
  const finish = (next: number) => {
    if (lines.length > 0) paragraphs.push({ text: lines.join('\n'), line: next - lines.length })
    lines = []
  }
  const all = text.split('\n')
  for (const [i, line] of all.entries()) {
    if (/^[ \t\r]*$/.test(line)) finish(i + 1)
    else lines.push(line)
  }
  finish(all.length + 1)
  return paragraphs
}

/** Cuts a paragraph in two before one of its lines (counted from 0). */
export function splitParagraph(paragraph: Paragraph, before: number): readonly [Paragraph, Paragraph] {
  const lines = paragraph.text.split('\n')
  return [
    { text: lines.slice(0, before).join('\n'), line: paragraph.line },
    { text: lines.slice(before).join('\n'), line: paragraph.line + before },
  ]
}
