import { isRedaksiError } from '../base/errors.ts'
import type { Draft } from '../newsroom/drafts/index.ts'
import { isTextFormat, TEXT_FORMATS, type ExportFormatName } from '../newsroom/formats/index.ts'
import { listHoldings } from '../newsroom/publish/index.ts'
import { listPhotoBlocks } from '../newsroom/photos/index.ts'
import type { PreviewPicture } from '../newsroom/photos/node/index.ts'
import type { Newsroom } from './newsroom.ts'

/**
 * A draft's story as a file: a text, to be written as UTF-8, or bytes. A page and a document hold their photos
 * themselves, clean and as large as a screen shows them: one file is all there is to pass on. The same draft gives the
 * same file.
 */
export async function formatExport(
  newsroom: Newsroom,
  draft: Draft,
  format: ExportFormatName,
): Promise<string | Uint8Array> {
  const { photos, attachments, house } = newsroom
  if (!isTextFormat(format)) {
    // What makes documents is large, and loaded when the first is asked for.
    const { writeDocx, writePdf } = await import('../newsroom/formats/node/index.ts')
    const context = { ...draft, house, pictures: await readPictures(photos, draft) }
    return format === 'pdf'
      ? writePdf(draft.story, context)
      : writeDocx(draft.story, { ...context, tracked: false })
  }
  const pictures = format === 'html' ? await readPictures(photos, draft) : new Map<string, PreviewPicture>()
  const records = await attachments.list((draft.story.attachments ?? []).map(({ file }) => file))
  return TEXT_FORMATS[format].format(draft.story, {
    ...{ ...draft, house },
    attachments: new Map(records.map(({ id, bytes }) => [id, bytes])),
    photoAddress: (photo) => toDataAddress(pictures.get(photo)),
    address: await findAddress(newsroom, draft.id),
  })
}

/** Where readers find the story: at the first target that shows it and says where. */
async function findAddress({ publisher }: Newsroom, draft: string): Promise<string | null> {
  const [ledger] = await publisher.ledger(draft)
  const shown = listHoldings(ledger?.records ?? []).filter(({ kind }) => kind !== 'withdraw')
  return shown.find(({ address }) => address !== null)?.address ?? null
}

function toDataAddress(picture: PreviewPicture | undefined): string | null {
  return picture === undefined
    ? null
    : `data:image/jpeg;base64,${Buffer.from(picture.bytes).toString('base64')}`
}

async function readPictures(
  photos: Newsroom['photos'],
  { story }: Draft,
): Promise<Map<string, PreviewPicture>> {
  const pictures = new Map<string, PreviewPicture>()
  for (const { photo } of listPhotoBlocks(story)) {
    try {
      pictures.set(photo, await photos.preview(photo, 'page'))
    } catch (error) {
      // A page without one of its pictures is better than none: its caption and its name are there.
      if (!isRedaksiError(error)) throw error
    }
  }
  return pictures
}
