import { ArrowDown, ArrowUp, ImagePlus, ShieldCheck, Star, Trash2 } from 'lucide-react'
import { useMemo } from 'react'
import { Button as AriaButton, FileTrigger } from 'react-aria-components'
import { IconButton } from '../../../base/ui/button.tsx'
import { useTexts } from '../../../base/ui/texts.tsx'
import type { AppClient } from '../../../bridge/index.ts'
import type { BlockId } from '../../story/index.ts'
import { DetailsSaver } from './details-saver.ts'
import { ImportList } from './import-list.tsx'
import { PhotoForm } from './photo-form.tsx'
import type { PhotoImports } from './photo-imports.ts'
import type { PhotoPreviews } from './photo-previews.ts'
import { PhotoStrip, type PhotoBlock } from './photo-strip.tsx'
import { usePhoto } from './use-photo.ts'
import './photos.css'

export interface PhotosPanelProps {
  readonly client: AppClient
  readonly previews: PhotoPreviews
  readonly imports: PhotoImports
  /** The story's photos, in their order. */
  readonly photos: readonly PhotoBlock[]
  /** The one whose details are shown; the first without one. */
  readonly chosen: BlockId | null
  readonly isReadOnly: boolean
  readonly onChoose: (id: BlockId) => void
  readonly onFiles: (files: readonly File[]) => void
  readonly onWords: (id: BlockId, words: { readonly caption?: string; readonly alt?: string }) => void
  readonly onMove: (id: BlockId, move: 'lead' | 'up' | 'down') => void
  readonly onRemove: (id: BlockId) => void
  readonly onFailure: (error: unknown) => void
}

/** The kinds of file that a person is offered; what a file really is, its bytes say. */
const ACCEPTED = ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/heic']

/** The photos of a story: what is there, what is on its way, and what is said of the chosen one. */
export function PhotosPanel(props: PhotosPanelProps) {
  const { photos, previews, imports, chosen, isReadOnly, onChoose } = props
  const { translate } = useTexts()
  const block = photos.find(({ id }) => id === chosen) ?? photos[0]
  return (
    <div className="photos-panel">
      <header className="photos-head">
        {block === undefined ? null : (
          <PhotoStrip photos={photos} previews={previews} chosen={block.id} onChoose={onChoose} />
        )}
        {isReadOnly ? null : <AddButton onFiles={props.onFiles} />}
      </header>
      <ImportList imports={imports} />
      {block === undefined ? (
        <p className="empty">{translate('photos.empty')}</p>
      ) : (
        <ChosenPhoto key={`${block.id} ${block.photo}`} {...props} block={block} />
      )}
      <p className="photos-privacy">
        <ShieldCheck size={16} strokeWidth={1.6} aria-hidden />
        {translate('photos.privacy')}
      </p>
    </div>
  )
}

function AddButton({ onFiles }: Pick<PhotosPanelProps, 'onFiles'>) {
  const { translate } = useTexts()
  return (
    <FileTrigger
      acceptedFileTypes={ACCEPTED}
      allowsMultiple
      onSelect={(files) => files !== null && onFiles([...files])}
    >
      <AriaButton className="btn line small">
        <ImagePlus size={16} strokeWidth={1.6} aria-hidden />
        {translate('photos.add')}
      </AriaButton>
    </FileTrigger>
  )
}

function ChosenPhoto({ block, ...props }: PhotosPanelProps & { readonly block: PhotoBlock }) {
  const { client, previews, photos, isReadOnly, onWords, onMove, onRemove, onFailure } = props
  const { translate } = useTexts()
  const photo = usePhoto(previews, block.photo, 'small')
  const saver = useMemo(
    () => new DetailsSaver(client, block.photo, onFailure),
    [client, block.photo, onFailure],
  )
  const isLead = photos[0]?.id === block.id
  const acts = [
    ['lead', Star, 'photos.make-lead', isLead],
    ['up', ArrowUp, 'photos.move-up', false],
    ['down', ArrowDown, 'photos.move-down', false],
  ] as const
  return (
    <>
      {isReadOnly ? null : (
        <div className="photo-acts">
          {acts.map(([move, Icon, key, isDisabled]) => (
            <IconButton
              key={move}
              label={translate(key)}
              icon={<Icon size={16} strokeWidth={1.6} />}
              isDisabled={isDisabled}
              onPress={() => onMove(block.id, move)}
            />
          ))}
          <IconButton
            label={translate('photos.remove')}
            icon={<Trash2 size={16} strokeWidth={1.6} />}
            onPress={() => onRemove(block.id)}
          />
        </div>
      )}
      {photo === undefined ? null : photo === null ? (
        <p className="empty">{translate('photos.not-here')}</p>
      ) : (
        <PhotoForm
          block={block}
          record={photo.record}
          isReadOnly={isReadOnly}
          onWords={(words) => onWords(block.id, words)}
          onDetails={(details) => saver.save(details)}
        />
      )}
    </>
  )
}
