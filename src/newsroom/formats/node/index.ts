export { writeDocx, type DocxContext } from './docx-writer.ts'
