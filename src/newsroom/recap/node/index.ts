export { createRecapWorkbook } from './recap-workbook.ts'
