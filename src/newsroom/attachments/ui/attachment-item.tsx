import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import { Input, Label, TextField } from 'react-aria-components'
import { IconButton } from '../../../base/ui/button.tsx'
import { useTexts } from '../../../base/ui/texts.tsx'
import type { Attachment } from '../../story/index.ts'
import type { AttachmentRecord } from '../attachment.ts'

export interface AttachmentItemProps {
  readonly attachment: Attachment
  /** What is known of its file: undefined while that is asked for, null when the library has no such file. */
  readonly record: AttachmentRecord | null | undefined
  /** From 1. */
  readonly place: number
  readonly count: number
  readonly isReadOnly: boolean
  readonly onLabel: (label: string) => void
  readonly onMove: (to: number) => void
  readonly onRemove: () => void
}

/** One attachment: what readers see of it, what its file is, and its place among the others. */
export function AttachmentItem(props: AttachmentItemProps) {
  const { attachment, record, place, isReadOnly, onLabel } = props
  const { translate } = useTexts()
  return (
    <li className="attachment">
      <TextField className="field" value={attachment.label} isReadOnly={isReadOnly} onChange={onLabel}>
        <Label>{translate('attachments.name', { place })}</Label>
        <Input className="input" autoComplete="off" />
      </TextField>
      <div className="attachment-foot">
        <Facts record={record} />
        {isReadOnly ? null : <Acts {...props} />}
      </div>
      {record === null ? <p className="problem">{translate('attachments.not-here')}</p> : null}
      {record?.isEncrypted === true ? (
        <p className="attachment-note">{translate('attachments.encrypted')}</p>
      ) : null}
      {record?.hasScript === true ? (
        <p className="attachment-note">{translate('attachments.script')}</p>
      ) : null}
    </li>
  )
}

function Acts({ attachment: { label }, place, count, onMove, onRemove }: AttachmentItemProps) {
  const { translate } = useTexts()
  const acts = [
    [ArrowUp, 'attachments.move-up', place === 1, () => onMove(place - 1)],
    [ArrowDown, 'attachments.move-down', place === count, () => onMove(place + 1)],
    [Trash2, 'attachments.remove', false, onRemove],
  ] as const
  return acts.map(([Icon, key, isDisabled, onPress]) => (
    <IconButton
      key={key}
      label={translate(key, { label })}
      icon={<Icon size={16} strokeWidth={1.6} />}
      isDisabled={isDisabled}
      onPress={onPress}
    />
  ))
}

function Facts({ record }: Pick<AttachmentItemProps, 'record'>) {
  const { locale } = useTexts()
  if (record === undefined || record === null) return <p className="help" />
  return (
    <p className="help attachment-facts" title={record.name}>
      {formatSize(record.bytes, locale)} · {record.name}
    </p>
  )
}

function formatSize(bytes: number, locale: string): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1_000))} KB`
  const megabytes = new Intl.NumberFormat(locale, { maximumFractionDigits: 1, minimumFractionDigits: 1 })
  return `${megabytes.format(bytes / 1_000_000)} MB`
}
