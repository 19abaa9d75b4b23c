export { writeDocx, type DocxContext } from './docx-writer.ts'
export { writePdf, type PdfContext } from './pdf-writer.ts'
export { readDocxFile } from './read-docx-file.ts'
