import { useEffect, useState, useSyncExternalStore } from 'react'
import { Input, Label, Text, TextArea, TextField } from 'react-aria-components'
import { Button } from '../../../base/ui/button.tsx'
import { useTexts } from '../../../base/ui/texts.tsx'
import { formatDate } from '../../../base/ui/time.ts'
import type { AppClient } from '../../../bridge/index.ts'
import { AttachmentsField, type AttachmentImports } from '../../attachments/ui/index.ts'
import { makeSlug } from '../../story/index.ts'
import { CategoriesField } from './categories-field.tsx'
import type { StoryEditorHandle, StoryView } from './story-editor.tsx'
import { useFreeSlug } from './use-free-slug.ts'

export interface DetailsPanelProps {
  readonly client: AppClient
  readonly id: string
  readonly editor: { readonly current: StoryEditorHandle | null }
  readonly isReadOnly: boolean
  /** The way in for attachments, and where new files go. */
  readonly attachments: {
    readonly imports: AttachmentImports
    readonly onFiles: (files: readonly File[]) => void
  }
  /** The house's categories. */
  readonly categories: readonly string[]
  /** Changes them. */
  readonly onCategories: (categories: readonly string[]) => void
}

/** What a story says beside its text: its address, excerpt, categories, tags, the day it tells of and its attachments. Saved and undone as the text is. */
export function DetailsPanel({ editor, ...rest }: DetailsPanelProps) {
  const [handle, setHandle] = useState(editor.current)
  // The editor stands before this panel, and is there once both are shown.
  useEffect(() => setHandle(editor.current), [editor])
  return handle === null ? null : <Details key={rest.id} {...rest} handle={handle} />
}

interface DetailsProps extends Omit<DetailsPanelProps, 'editor'> {
  readonly handle: StoryEditorHandle
}

function Details({ attachments, categories, onCategories, ...rest }: DetailsProps) {
  const { client, handle, isReadOnly } = rest
  const { translate } = useTexts()
  const view = useSyncExternalStore(handle.subscribeView, handle.readView)
  const field = { isReadOnly, className: 'field' } as const
  return (
    <div className="details">
      <SlugField {...rest} slug={view.slug} />
      <TextField {...field} value={view.excerpt} onChange={(excerpt) => handle.setDetails({ excerpt })}>
        <Label>{translate('details.excerpt')}</Label>
        <TextArea className="input" rows={4} />
        <Help words={translate('details.excerpt-help', { count: view.excerpt.length })} />
      </TextField>
      <CategoriesField
        known={categories}
        chosen={view.categories ?? []}
        isReadOnly={isReadOnly}
        onChange={(chosen) => handle.setDetails({ categories: chosen })}
        onKeep={onCategories}
      />
      <TagsField tags={view.tags} isReadOnly={isReadOnly} onChange={(tags) => handle.setDetails({ tags })} />
      <EventField view={view} handle={handle} isReadOnly={isReadOnly} />
      <AttachmentsField
        {...attachments}
        client={client}
        attachments={view.attachments ?? []}
        isReadOnly={isReadOnly}
        onChange={(next) => handle.setDetails({ attachments: next })}
      />
    </div>
  )
}

function Help({ words }: { readonly words: string }) {
  return (
    <Text slot="description" className="help">
      {words}
    </Text>
  )
}

interface SlugFieldProps extends Pick<DetailsProps, 'client' | 'id' | 'handle' | 'isReadOnly'> {
  readonly slug: string
}

/** The address follows the headline until it is changed by hand, and is told at once when another story has it. */
function SlugField({ client, id, handle, isReadOnly, slug }: SlugFieldProps) {
  const { translate } = useTexts()
  const free = useFreeSlug(client, id, slug)
  return (
    <div className="field">
      <TextField
        className="field"
        value={slug}
        isReadOnly={isReadOnly}
        isInvalid={free !== null}
        onChange={(typed) => handle.setDetails({ slug: typed.toLowerCase().replace(/[^0-9a-z]+/g, '-') })}
        onBlur={() => {
          if (!isReadOnly && makeSlug(slug) !== slug) handle.setDetails({ slug: makeSlug(slug) })
        }}
      >
        <Label>{translate('details.slug')}</Label>
        <Input className="input" spellCheck={false} autoComplete="off" />
        <Help words={translate('details.slug-help', { slug })} />
      </TextField>
      {free === null ? null : (
        <div role="alert">
          <p className="problem">{translate('details.slug-taken')}</p>
          <Button
            isSmall
            look="line"
            isDisabled={isReadOnly}
            onPress={() => handle.setDetails({ slug: free })}
          >
            {translate('details.slug-use', { slug: free })}
          </Button>
        </div>
      )}
    </div>
  )
}

/** Tags are kept when the field is left: half a word is none yet. */
function TagsField(props: {
  readonly tags: readonly string[]
  readonly isReadOnly: boolean
  readonly onChange: (tags: readonly string[]) => void
}) {
  const { tags, isReadOnly, onChange } = props
  const { translate } = useTexts()
  const [typed, setTyped] = useState<string | null>(null)
  function keep(): void {
    if (typed !== null) onChange([...new Set(typed.split(',').map((tag) => tag.trim()))].filter(Boolean))
    setTyped(null)
  }
  return (
    <TextField
      className="field"
      isReadOnly={isReadOnly}
      value={typed ?? tags.join(', ')}
      onChange={setTyped}
      onBlur={keep}
      onKeyDown={({ key }) => (key === 'Enter' ? keep() : undefined)}
    >
      <Label>{translate('details.tags')}</Label>
      <Input className="input" autoComplete="off" />
      <Help words={translate('details.tags-help')} />
    </TextField>
  )
}

function EventField(props: {
  readonly view: StoryView
  readonly handle: StoryEditorHandle
  readonly isReadOnly: boolean
}) {
  const { view, handle, isReadOnly } = props
  const { translate, locale } = useTexts()
  const date = view.event?.date ?? ''
  return (
    <TextField
      className="field"
      type="date"
      value={date}
      isReadOnly={isReadOnly}
      onChange={(next) => handle.setDetails({ event: next === '' ? null : { date: next, year: 'stated' } })}
    >
      <Label>{translate('details.event')}</Label>
      <Input className="input" />
      <Help
        words={
          date === '' ? translate('details.event-none') : formatDate(date, locale, { dateStyle: 'full' })
        }
      />
    </TextField>
  )
}
