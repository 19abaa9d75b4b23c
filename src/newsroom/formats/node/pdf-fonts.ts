import { readFileSync } from 'node:fs'
import { resolveResource } from '../../../base/node/resources.ts'

/** The typefaces of a printed story. A document holds of them the letters that it uses. */
const FILES = {
  regular: 'source-serif-4-regular.ttf',
  italic: 'source-serif-4-italic.ttf',
  bold: 'source-serif-4-bold.ttf',
  boldItalic: 'source-serif-4-bold-italic.ttf',
} as const

export type PdfFont = keyof typeof FILES

/** Makes the typefaces known to a document by their names. */
export function registerFonts(pdf: PDFKit.PDFDocument): void {
  for (const [name, file] of Object.entries(FILES)) {
    pdf.registerFont(name, readFileSync(resolveResource(`fonts/${file}`)))
  }
}

/** The typeface of a text with marks. */
export function chooseFont(marks: { readonly bold?: boolean; readonly italic?: boolean }): PdfFont {
  if (marks.bold === true) return marks.italic === true ? 'boldItalic' : 'bold'
  return marks.italic === true ? 'italic' : 'regular'
}
