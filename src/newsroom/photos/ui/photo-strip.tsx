import { ListBox, ListBoxItem } from 'react-aria-components'
import { useTexts } from '../../../base/ui/texts.tsx'
import { getBlockText, type BlockId } from '../../story/index.ts'
import type { listPhotoBlocks } from '../rules.ts'
import type { PhotoPreviews } from './photo-previews.ts'
import { usePhoto } from './use-photo.ts'

export type PhotoBlock = ReturnType<typeof listPhotoBlocks>[number]

/** The photos of a story, small, in their order: one is chosen, and its details stand below. */
export function PhotoStrip(props: {
  readonly photos: readonly PhotoBlock[]
  readonly previews: PhotoPreviews
  readonly chosen: BlockId
  readonly onChoose: (id: BlockId) => void
}) {
  const { photos, previews, chosen, onChoose } = props
  const { translate } = useTexts()
  return (
    <ListBox
      aria-label={translate('photos.strip')}
      className="photo-strip"
      layout="grid"
      orientation="horizontal"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[chosen]}
      onSelectionChange={(keys) => {
        const block = keys === 'all' ? undefined : photos.find(({ id }) => keys.has(id))
        if (block !== undefined) onChoose(block.id)
      }}
    >
      {photos.map((block, i) => (
        <PhotoThumbnail key={block.id} block={block} place={i + 1} previews={previews} />
      ))}
    </ListBox>
  )
}

function PhotoThumbnail(props: {
  readonly block: PhotoBlock
  readonly place: number
  readonly previews: PhotoPreviews
}) {
  const { block, place, previews } = props
  const { translate } = useTexts()
  const photo = usePhoto(previews, block.photo, 'small')
  const caption = getBlockText(block)
  const name = translate(place === 1 ? 'photos.lead' : 'photos.place', { place })
  const label = caption === '' ? name : `${name}. ${caption}`
  return (
    <ListBoxItem id={block.id} textValue={label} aria-label={label} className="photo-thumb">
      {photo === undefined || photo === null ? (
        <span className="photo-thumb-empty" />
      ) : (
        <img
          src={photo.preview.source}
          width={photo.preview.width}
          height={photo.preview.height}
          alt=""
          draggable={false}
        />
      )}
    </ListBoxItem>
  )
}
