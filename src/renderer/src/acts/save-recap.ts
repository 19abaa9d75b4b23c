import type { Act } from '../desk.ts'
import { decodeBytes, saveFile } from '../save-file.ts'

/** Hands the recap of a month or a year to the person as a workbook, in the page's language. */
export function saveRecap(period: string): Act {
  return async ({ client, say, translate, locale }) => {
    const { fileName, mediaType, content } = await client.recap.workbook({ period, locale })
    saveFile(decodeBytes(content), fileName, mediaType)
    say({ words: translate('app.exported-said', { file: fileName }) })
  }
}
