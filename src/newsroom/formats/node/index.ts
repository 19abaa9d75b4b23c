export { writeDocx, type DocxContext } from './docx-writer.ts'
export { writePdf } from './pdf-writer.ts'
export type { DocumentContext } from './story-body.ts'
export { readDocxFile } from './read-docx-file.ts'
