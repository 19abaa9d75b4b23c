export { writeDocx, type DocxContext } from './docx-writer.ts'
export { looksLikeDocx, readDocxFile } from './read-docx-file.ts'
