import { Ellipsis, FileDown, PanelLeft, PanelRight } from 'lucide-react'
import { useId, useState } from 'react'
import { Button, IconButton } from '../../../base/ui/button.tsx'
import { createLate } from '../../../base/ui/late.tsx'
import { useTexts } from '../../../base/ui/texts.tsx'
import { useOpener } from '../../../base/ui/use-opener.ts'
import { StatusGlyph } from '../../../newsroom/drafts/ui/index.ts'
import type { AppClient } from '../../../bridge/index.ts'
import type { RevisionPlaces } from '../../../newsroom/publish/index.ts'
import type { OutboxState } from '../../../newsroom/publish/ui/index.ts'
import type { StaffMember } from '../../../newsroom/house/index.ts'
import { EXPORT_FORMATS, type ExportFormat } from '../acts/export-as.ts'
import { toggleInspector } from '../view/use-inspector-over.ts'
import type { OpenDraft } from './use-open-draft.ts'

const ApproveForm = createLate(async () => (await import('./approve-form.tsx')).ApproveForm, { hold: true })
const Places = createLate(async () => (await import('./revision-places.ts')).RevisionPlaces, { hold: false })
const HeadMenu = createLate(async () => (await import('./head-menu.tsx')).HeadMenu, { hold: true })

export interface PageHeadProps {
  readonly open: OpenDraft
  /** Who is at the office now. */
  readonly staff: readonly StaffMember[]
  /** Who writes at this machine, as initials, or null. */
  readonly person: string | null
  readonly isApproved: boolean
  /** Why the story cannot be published now, or null. */
  readonly publishBar: string | null
  readonly isReadOnly: boolean
  /** Folds the library away or brings it back; null where that is done elsewhere. */
  readonly onLibrary: (() => void) | null
  readonly onExport: (format: ExportFormat) => void
  readonly onApprove: (by: string) => void
  readonly onPublish: () => void
  /** Shows what each target holds. */
  readonly onPublication: () => void
  readonly client: AppClient
  readonly outbox: OutboxState | null
  /** Shows the story in another way, by the command for it. */
  readonly onWay: (name: (typeof WAYS)[number]) => void
  readonly onTrash: () => void
  readonly onUntrash: () => void
}

/** Where the story stands, and the next step with it. */
export function PageHead(props: PageHeadProps) {
  const { open, staff, isApproved, isReadOnly, onApprove } = props
  const { translate } = useTexts()
  return (
    <header className="head">
      {props.onLibrary === null ? null : (
        <IconButton
          label={translate('app.library-toggle')}
          icon={<PanelLeft size={16} strokeWidth={1.6} />}
          onPress={props.onLibrary}
        />
      )}
      <StatusGlyph status={open.status} />
      <span className="revision">{translate('app.revision', { revision: open.head.revision })}</span>
      <div className="push" />
      <ExportButton onExport={props.onExport} />
      {isApproved ? null : (
        <ApproveButton
          revision={open.head.revision}
          person={props.person}
          editors={staff.filter((member) => member.roles.includes('editor'))}
          onApprove={onApprove}
          isDisabled={isReadOnly}
        />
      )}
      <PublishStep {...props} />
      <MoreMenu {...props} />
      <span className="narrow-only">
        <IconButton
          label={translate('app.inspector-toggle')}
          icon={<PanelRight size={16} strokeWidth={1.6} />}
          onPress={toggleInspector}
        />
      </span>
    </header>
  )
}

function ExportButton({ onExport }: Pick<PageHeadProps, 'onExport'>) {
  const { translate } = useTexts()
  const { button, opened } = useOpener('menu')
  return (
    <>
      <Button {...button} icon={<FileDown size={16} strokeWidth={1.6} />}>
        {translate('app.export')}
      </Button>
      {opened.isOpen ? (
        <HeadMenu
          {...opened}
          label={translate('app.export')}
          items={EXPORT_FORMATS.map((id) => ({ id, words: translate(`app.export.${id}`) }))}
          onChoose={(id) => onExport(EXPORT_FORMATS.find((format) => format === id) ?? 'txt')}
        />
      ) : null}
    </>
  )
}

function ApproveButton(props: {
  readonly revision: number
  readonly editors: readonly StaffMember[]
  readonly person: string | null
  readonly onApprove: (by: string) => void
  readonly isDisabled: boolean
}) {
  const { isDisabled, ...form } = props
  const { translate } = useTexts()
  const { button, opened } = useOpener('dialog')
  return (
    <>
      <Button {...button} look="main" isDisabled={isDisabled || form.editors.length === 0}>
        {translate('app.approve')}
      </Button>
      {opened.isOpen ? <ApproveForm {...opened} {...form} /> : null}
    </>
  )
}

/** The step to the readers: what is there already says so, and only where it is not it is offered. */
function PublishStep(props: PageHeadProps) {
  const { client, open, outbox, isApproved, publishBar, isReadOnly, onPublish, onPublication } = props
  const { id, revision } = open.head
  const { translate } = useTexts()
  const [places, setPlaces] = useState<RevisionPlaces | null>(null)
  const known = isApproved ? places : null
  const there = known === null ? 0 : known.shown.length + known.waiting.length
  const isDone = known !== null && there > 0 && known.left.length === 0
  return (
    <>
      {isApproved && outbox !== null ? (
        <Places {...{ client, id, revision, outbox }} onPlaces={setPlaces} />
      ) : null}
      {known === null || there === 0 || isDone ? null : (
        <span className="revision">
          {translate('app.publish.partly', { count: there, all: there + known.left.length })}
        </span>
      )}
      {isDone ? (
        <Button look="line" onPress={onPublication}>
          {translate(known.waiting.length === 0 ? 'app.publish.done' : 'app.publish.waiting')}
        </Button>
      ) : (
        <PublishButton
          bar={publishBar}
          isMain={isApproved && known !== null}
          isDisabled={isReadOnly}
          onPublish={onPublish}
        />
      )}
    </>
  )
}

/** A button that cannot be pressed says why: it keeps the focus, and its reason is its description. */
function PublishButton(props: {
  bar: string | null
  isMain: boolean
  isDisabled: boolean
  onPublish: () => void
}) {
  const { translate } = useTexts()
  const { bar, isMain, isDisabled, onPublish } = props
  const reason = useId()
  const [isHushed, setHushed] = useState(false)
  if (bar === null) {
    return (
      <Button look={isMain ? 'main' : 'line'} onPress={onPublish} isDisabled={isDisabled}>
        {translate('app.publish')}
      </Button>
    )
  }
  return (
    <span
      className={isHushed ? 'barred' : 'barred is-telling'}
      onKeyDown={({ key }) => key === 'Escape' && setHushed(true)}
      onPointerLeave={() => setHushed(false)}
      onBlur={() => setHushed(false)}
    >
      <button type="button" className="btn is-barred" aria-disabled="true" aria-describedby={reason}>
        {translate('app.publish')}
      </button>
      <span id={reason} role="tooltip" className="tooltip">
        {bar}
      </span>
    </span>
  )
}

/** Other ways to see the story, and to a colleague with it. */
const WAYS = ['toggle-preview', 'print', 'hand-over', 'toggle-focus', 'toggle-typewriter'] as const

function MoreMenu({ open, onWay, onTrash, onUntrash, isReadOnly }: PageHeadProps) {
  const { translate } = useTexts()
  const { button, opened } = useOpener('menu')
  const isTrashed = open.head.trashedAt !== null
  return (
    <>
      <IconButton {...button} label={translate('app.more')} icon={<Ellipsis size={16} strokeWidth={1.6} />} />
      {opened.isOpen ? (
        <HeadMenu
          {...opened}
          label={translate('app.more')}
          items={[
            ...WAYS.map((id) => ({ id, words: translate(`command.${id}`) })),
            ...(isReadOnly
              ? []
              : [{ id: 'trash', words: translate(isTrashed ? 'app.untrash' : 'app.trash') }]),
          ]}
          onChoose={(chosen) => {
            const way = WAYS.find((each) => each === chosen)
            if (way !== undefined) onWay(way)
            else if (isTrashed) onUntrash()
            else onTrash()
          }}
        />
      ) : null}
    </>
  )
}
