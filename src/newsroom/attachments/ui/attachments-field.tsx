import { Paperclip } from 'lucide-react'
import {
  Button as AriaButton,
  DropZone,
  FileTrigger,
  isFileDropItem,
  Text,
  type DropItem,
} from 'react-aria-components'
import { useTexts } from '../../../base/ui/texts.tsx'
import type { AppClient } from '../../../bridge/index.ts'
import { ImportList } from '../../photos/ui/index.ts'
import type { Attachment } from '../../story/index.ts'
import { LARGEST_MEGABYTES } from '../attachment.ts'
import { AttachmentItem } from './attachment-item.tsx'
import type { AttachmentImports } from './attachment-imports.ts'
import { useAttachmentRecords } from './use-attachment-records.ts'
import './attachments.css'

export interface AttachmentsFieldProps {
  readonly client: AppClient
  readonly imports: AttachmentImports
  readonly attachments: readonly Attachment[]
  readonly isReadOnly: boolean
  readonly onFiles: (files: readonly File[]) => void
  readonly onChange: (attachments: readonly Attachment[]) => void
}

/** The PDFs that readers get with a story: dropped here, pasted or picked, each with what readers see of it. */
export function AttachmentsField(props: AttachmentsFieldProps) {
  const { client, imports, attachments, isReadOnly, onFiles, onChange } = props
  const { translate } = useTexts()
  const records = useAttachmentRecords(client, attachments)
  return (
    <section className="field attachments" aria-labelledby="attachments-label">
      <h2 id="attachments-label">{translate('attachments.label')}</h2>
      <ImportList imports={imports} />
      {attachments.length === 0 ? null : (
        <ol className="attachment-list">
          {attachments.map((attachment, i) => (
            <AttachmentItem
              key={attachment.file}
              attachment={attachment}
              record={records === null ? undefined : (records.get(attachment.file) ?? null)}
              place={i + 1}
              count={attachments.length}
              isReadOnly={isReadOnly}
              onLabel={(label) => onChange(attachments.with(i, { ...attachment, label }))}
              onMove={(to) => onChange(attachments.toSpliced(i, 1).toSpliced(to - 1, 0, attachment))}
              onRemove={() => onChange(attachments.toSpliced(i, 1))}
            />
          ))}
        </ol>
      )}
      {isReadOnly ? null : <Entrance onFiles={onFiles} />}
    </section>
  )
}

function Entrance({ onFiles }: Pick<AttachmentsFieldProps, 'onFiles'>) {
  const { translate } = useTexts()
  return (
    <DropZone
      className="attachment-drop"
      onDrop={({ items }) => void readFiles(items).then(onFiles).catch(reportError)}
    >
      <FileTrigger
        acceptedFileTypes={['application/pdf']}
        allowsMultiple
        onSelect={(files) => files !== null && onFiles([...files])}
      >
        <AriaButton className="btn line small">
          <Paperclip size={16} strokeWidth={1.6} aria-hidden />
          {translate('attachments.add')}
        </AriaButton>
      </FileTrigger>
      <Text slot="label" className="help">
        {translate('attachments.help', { limit: LARGEST_MEGABYTES })}
      </Text>
    </DropZone>
  )
}

function readFiles(items: readonly DropItem[]): Promise<File[]> {
  return Promise.all(items.filter(isFileDropItem).map((item) => item.getFile()))
}
