import type { Act } from '../desk.ts'
import { saveFile } from '../save-file.ts'

/** Hands the recap of a month or a year to the person as a workbook, in the page's language. */
export function saveRecap(period: string): Act {
  return async ({ client, say, translate, locale }) => {
    const { fileName, mediaType, content } = await client.recap.workbook({ period, locale })
    const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))
    saveFile(bytes, fileName, mediaType)
    say({ words: translate('app.exported-said', { file: fileName }) })
  }
}
