import { Ellipsis, FileDown, PanelLeft } from 'lucide-react'
import {
  Button as AriaButton,
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
  TooltipTrigger,
  Tooltip,
} from 'react-aria-components'
import { Button, IconButton } from '../../../base/ui/button.tsx'
import { useTexts } from '../../../base/ui/texts.tsx'
import { StatusGlyph } from '../../../newsroom/drafts/ui/index.ts'
import type { StaffMember } from '../../../newsroom/house/index.ts'
import { EXPORT_FORMATS, type ExportFormat } from '../acts/export-as.ts'
import { ApproveForm } from './approve-form.tsx'
import type { OpenDraft } from './use-open-draft.ts'

export interface PageHeadProps {
  readonly open: OpenDraft
  readonly staff: readonly StaffMember[]
  readonly isApproved: boolean
  /** Why the story cannot be published now, or null. */
  readonly publishBar: string | null
  readonly isReadOnly: boolean
  /** Folds the library away or brings it back; null where that is done elsewhere. */
  readonly onLibrary: (() => void) | null
  readonly onExport: (format: ExportFormat) => void
  readonly onApprove: (by: string) => void
  readonly onPublish: () => void
  readonly onTrash: () => void
  readonly onUntrash: () => void
}

/** Where the story stands, and the next step with it. */
export function PageHead(props: PageHeadProps) {
  const { open, staff, isApproved, publishBar, isReadOnly, onApprove, onPublish } = props
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
      <ExportMenu onExport={props.onExport} />
      {isApproved ? null : (
        <ApproveForm
          revision={open.head.revision}
          staff={staff}
          onApprove={onApprove}
          isDisabled={isReadOnly}
        />
      )}
      <PublishButton bar={publishBar} isMain={isApproved} isDisabled={isReadOnly} onPublish={onPublish} />
      <MoreMenu {...props} />
    </header>
  )
}

function ExportMenu({ onExport }: Pick<PageHeadProps, 'onExport'>) {
  const { translate } = useTexts()
  return (
    <MenuTrigger>
      <Button icon={<FileDown size={16} strokeWidth={1.6} />}>{translate('app.export')}</Button>
      <Popover className="float">
        <Menu
          className="menu"
          onAction={(key) => onExport(EXPORT_FORMATS.find((format) => format === key) ?? 'txt')}
        >
          {EXPORT_FORMATS.map((format) => (
            <MenuItem key={format} id={format}>
              {translate(`app.export.${format}`)}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
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
  if (bar === null) {
    return (
      <Button look={isMain ? 'main' : 'line'} onPress={onPublish} isDisabled={isDisabled}>
        {translate('app.publish')}
      </Button>
    )
  }
  return (
    <TooltipTrigger delay={200}>
      <AriaButton className="btn is-barred" aria-disabled="true" aria-description={bar}>
        {translate('app.publish')}
      </AriaButton>
      <Tooltip className="tooltip">{bar}</Tooltip>
    </TooltipTrigger>
  )
}

function MoreMenu({ open, onTrash, onUntrash, isReadOnly }: PageHeadProps) {
  const { translate } = useTexts()
  const isTrashed = open.head.trashedAt !== null
  return (
    <MenuTrigger>
      <IconButton
        label={translate('app.more')}
        icon={<Ellipsis size={16} strokeWidth={1.6} />}
        isDisabled={isReadOnly}
      />
      <Popover className="float" placement="bottom end">
        <Menu className="menu" onAction={isTrashed ? onUntrash : onTrash}>
          <MenuItem id="trash">{translate(isTrashed ? 'app.untrash' : 'app.trash')}</MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
