import type { Texts } from '../../../base/ui/texts.tsx'
import type { ShownPhoto } from '../../../newsroom/editor/ui/index.ts'
import { isMadeByMachine, PHOTO_CROPS } from '../../../newsroom/photos/index.ts'
import type { PhotoPreviews } from '../../../newsroom/photos/ui/index.ts'

/** A photo as the story shows it, with its credit below and the mark of a picture that a machine made. */
export async function showPhoto(
  previews: PhotoPreviews,
  id: string,
  translate: Texts['translate'],
): Promise<ShownPhoto | null> {
  const photo = await previews.read(id, 'page')
  if (photo === null) return null
  const { record, preview } = photo
  return {
    ...preview,
    aspect: PHOTO_CROPS[record.crop],
    focus: record.focus,
    credit: record.credit === '' ? '' : translate('photos.credit-shown', { credit: record.credit }),
    label: isMadeByMachine(record) ? translate('photos.made-by-machine') : '',
  }
}
