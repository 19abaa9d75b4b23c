import { useState } from 'react'
import { Checkbox } from 'react-aria-components'
import { useTexts } from '../../../base/ui/texts.tsx'
import { getBlockText } from '../../story/index.ts'
import {
  isMadeByMachine,
  type PhotoCrop,
  type PhotoDetails,
  type PhotoOrigin,
  type PhotoRecord,
} from '../photo.ts'
import { Choice, FocusFields, Words } from './photo-fields.tsx'
import type { PhotoBlock } from './photo-strip.tsx'

export interface PhotoFormProps {
  readonly block: PhotoBlock
  readonly record: PhotoRecord
  readonly isReadOnly: boolean
  /** What the story says under the photo, and in its stead. */
  readonly onWords: (words: { readonly caption?: string; readonly alt?: string }) => void
  readonly onDetails: (details: PhotoDetails) => void
}

/** What every part of the form works with. */
interface PartProps {
  readonly details: PhotoDetails
  readonly isReadOnly: boolean
  readonly change: (changed: Partial<PhotoDetails>) => void
}

/** What is said of one photo. Every change is kept at once. */
export function PhotoForm({ block, record, isReadOnly, onWords, onDetails }: PhotoFormProps) {
  const [details, setDetails] = useState<PhotoDetails>(() => readDetails(record, block))
  const change = (changed: Partial<PhotoDetails>): void => {
    const next = { ...details, ...changed }
    setDetails(next)
    onDetails(next)
    const { caption, alt } = changed
    if (caption !== undefined) onWords({ caption })
    if (alt !== undefined) onWords({ alt })
  }
  const part = { details, isReadOnly, change }
  return (
    <form className="photo-form" onSubmit={(event) => event.preventDefault()}>
      <WordsPart {...part} />
      <OriginPart {...part} />
      <CropPart {...part} />
      <ConsentPart {...part} />
    </form>
  )
}

/** The story's own words count, wherever they were written. */
function readDetails(record: PhotoRecord, block: PhotoBlock): PhotoDetails {
  const { credit, rights, consent, origin, crop, focus } = record
  return { caption: getBlockText(block), alt: block.alt, credit, rights, consent, origin, crop, focus }
}

function WordsPart({ details, isReadOnly, change }: PartProps) {
  const { translate } = useTexts()
  const fields = [
    ['caption', translate('photos.caption'), 3, undefined],
    ['alt', translate('photos.alt'), 3, translate('photos.alt-help')],
    ['credit', translate('photos.credit'), 1, translate('photos.credit-help')],
    ['rights', translate('photos.rights'), 1, undefined],
  ] as const
  return fields.map(([name, label, rows, help]) => (
    <Words
      key={name}
      label={label}
      value={details[name]}
      rows={rows}
      help={help}
      isReadOnly={isReadOnly}
      onChange={(value) => change({ [name]: value })}
    />
  ))
}

const ORIGINS: readonly PhotoOrigin[] = ['camera', 'edited', 'scan', 'ai-edited', 'ai']

function OriginPart({ details, isReadOnly, change }: PartProps) {
  const { translate } = useTexts()
  return (
    <Choice
      label={translate('photos.origin')}
      value={details.origin}
      options={ORIGINS}
      describe={(origin) => translate(`photos.origin.${origin}`)}
      help={isMadeByMachine(details) ? translate('photos.origin-help') : ''}
      isReadOnly={isReadOnly}
      onChange={(origin) => change({ origin })}
    />
  )
}

const CROPS: readonly PhotoCrop[] = ['whole', '3:2', '16:9', '4:3', '1:1']

function CropPart({ details, isReadOnly, change }: PartProps) {
  const { translate } = useTexts()
  return (
    <>
      <Choice
        label={translate('photos.crop')}
        value={details.crop}
        options={CROPS}
        describe={(crop) => (crop === 'whole' ? translate('photos.crop.whole') : crop)}
        help=""
        isReadOnly={isReadOnly}
        onChange={(crop) => change({ crop })}
      />
      {details.crop === 'whole' ? null : (
        <FocusFields focus={details.focus} isReadOnly={isReadOnly} onChange={(focus) => change({ focus })} />
      )}
    </>
  )
}

function ConsentPart({ details: { consent }, isReadOnly, change }: PartProps) {
  const { translate } = useTexts()
  return (
    <>
      <Checkbox
        className="photo-check"
        isSelected={consent.minors}
        isDisabled={isReadOnly}
        onChange={(minors) => change({ consent: { ...consent, minors } })}
      >
        <span className="photo-check-box" aria-hidden />
        {translate('photos.minors')}
      </Checkbox>
      {consent.minors ? (
        <Words
          label={translate('photos.consent')}
          value={consent.note}
          rows={2}
          help={translate('photos.consent-help')}
          isReadOnly={isReadOnly}
          onChange={(note) => change({ consent: { ...consent, note } })}
        />
      ) : null}
    </>
  )
}
