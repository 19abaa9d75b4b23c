import { onStory, saveFirst, type Act } from '../desk.ts'
import { decodeBytes, saveFile } from '../save-file.ts'

/** The formats that a story is exported in, in the order of the menu. */
export const EXPORT_FORMATS = [
  'docx',
  'pdf',
  'txt',
  'md',
  'html',
  'captions',
  'ninjs',
  'ninjs2',
  'rss',
] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** Gives the story out as a file. */
export function exportAs(format: ExportFormat): Act {
  return onStory(async ({ client, open, say, translate }) => {
    await saveFirst(open)
    const { text, encoding, fileName, mediaType } = await client.drafts.export({ id: open.head.id, format })
    saveFile(encoding === 'base64' ? decodeBytes(text) : text, fileName, mediaType)
    say({ words: translate('app.exported-said', { file: fileName }) })
  })
}
