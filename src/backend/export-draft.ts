import { isRedaksiError } from '../base/errors.ts'
import type { Draft } from '../newsroom/drafts/index.ts'
import { EXPORT_FORMATS, type ExportFormatName } from '../newsroom/formats/index.ts'
import { listHoldings } from '../newsroom/publish/index.ts'
import { listPhotoBlocks } from '../newsroom/photos/index.ts'
import type { Newsroom } from './newsroom.ts'

/**
 * A draft's story as the text of a file. A page holds its photos itself, clean and as large as a screen shows them: one
 * file is all there is to pass on. The same draft gives the same text.
 */
export async function formatExport(
  newsroom: Newsroom,
  draft: Draft,
  format: ExportFormatName,
): Promise<string> {
  const { photos, attachments, house } = newsroom
  const pictures = format === 'html' ? await readPictures(photos, draft) : new Map<string, string>()
  const records = await attachments.list((draft.story.attachments ?? []).map(({ file }) => file))
  return EXPORT_FORMATS[format].format(draft.story, {
    ...{ ...draft, house },
    attachments: new Map(records.map(({ id, bytes }) => [id, bytes])),
    photoAddress: (photo) => pictures.get(photo) ?? null,
    address: await findAddress(newsroom, draft.id),
  })
}

/** Where readers find the story: at the first target that shows it and says where. */
async function findAddress({ publisher }: Newsroom, draft: string): Promise<string | null> {
  const [ledger] = await publisher.ledger(draft)
  const shown = listHoldings(ledger?.records ?? []).filter(({ kind }) => kind !== 'withdraw')
  return shown.find(({ address }) => address !== null)?.address ?? null
}

async function readPictures(photos: Newsroom['photos'], { story }: Draft): Promise<Map<string, string>> {
  const pictures = new Map<string, string>()
  for (const { photo } of listPhotoBlocks(story)) {
    try {
      const { bytes } = await photos.preview(photo, 'page')
      pictures.set(photo, `data:image/jpeg;base64,${Buffer.from(bytes).toString('base64')}`)
    } catch (error) {
      // A page without one of its pictures is better than none: its caption and its name are there.
      if (!isRedaksiError(error)) throw error
    }
  }
  return pictures
}
