import { useCallback, useEffect, useState } from 'react'
import { ListBox, ListBoxItem, Text } from 'react-aria-components'
import { isRedaksiError } from '../../../base/errors.ts'
import { Button } from '../../../base/ui/button.tsx'
import { useTexts } from '../../../base/ui/texts.tsx'
import { formatAge, formatClock } from '../../../base/ui/time.ts'
import { getBlockText, type Story } from '../../story/index.ts'
import type { RevisionInfo } from '../snapshot.ts'
import type { AppClient } from '../../../bridge/index.ts'

export interface HistoryPanelProps {
  readonly client: AppClient
  readonly id: string
  readonly revision: number
  readonly onRestore: (revision: number) => void
  readonly isReadOnly: boolean
}

/** The revisions of a story that were kept, newest first: look at one, and put it back. */
export function HistoryPanel({ client, id, revision, onRestore, isReadOnly }: HistoryPanelProps) {
  const { translate } = useTexts()
  const [revisions, setRevisions] = useState<readonly RevisionInfo[] | null>(null)
  const [chosen, setChosen] = useState<number | null>(null)
  useEffect(() => {
    let isOn = true
    void client.drafts.listRevisions({ id }).then(
      (found) => isOn && setRevisions(found),
      // The status line says when the host is gone; the list is asked for again with the next revision.
      (error: unknown) => void (isRedaksiError(error) || reportError(error)),
    )
    return () => void (isOn = false)
  }, [client, id, revision])
  useEffect(() => setChosen(null), [id])
  if (revisions === null) return null
  if (revisions.length === 0) return <p className="empty">{translate('history.empty')}</p>
  return (
    <>
      <ListBox
        aria-label={translate('history.title')}
        className="panel-list"
        selectionMode="single"
        selectedKeys={chosen === null ? [] : [chosen]}
        onSelectionChange={(keys) => setChosen(keys === 'all' ? null : Number([...keys][0] ?? 0) || null)}
      >
        {revisions.map((each) => (
          <RevisionItem key={each.revision} info={each} isCurrent={each.revision === revision} />
        ))}
      </ListBox>
      {chosen === null ? null : (
        <RevisionPreview
          key={chosen}
          client={client}
          id={id}
          revision={chosen}
          {...(chosen === revision || isReadOnly ? {} : { onRestore: () => onRestore(chosen) })}
        />
      )}
    </>
  )
}

function RevisionItem({ info, isCurrent }: { readonly info: RevisionInfo; readonly isCurrent: boolean }) {
  const { translate, locale } = useTexts()
  const label = translate('app.revision', { revision: info.revision })
  return (
    <ListBoxItem id={info.revision} textValue={label} className="panel-item">
      <Text slot="label">
        {label} {isCurrent ? `· ${translate('history.current')}` : ''}
      </Text>
      <Text slot="description">
        {translate(`history.reason.${info.reason}`)} · {formatAge(info.at, locale, Date.now())},{' '}
        {formatClock(info.at, locale)}
      </Text>
    </ListBoxItem>
  )
}

function RevisionPreview(props: {
  readonly client: AppClient
  readonly id: string
  readonly revision: number
  readonly onRestore?: () => void
}) {
  const { client, id, revision, onRestore } = props
  const { translate } = useTexts()
  const [story, setStory] = useState<Story | null>(null)
  const read = useCallback(() => client.drafts.readRevision({ id, revision }), [client, id, revision])
  useEffect(() => {
    let isOn = true
    void read().then((found) => isOn && setStory(found), reportError)
    return () => void (isOn = false)
  }, [read])
  if (story === null) return null
  return (
    <section className="panel-preview" aria-label={translate('history.preview', { revision })}>
      <div className="panel-preview-text" tabIndex={0}>
        <h2>{story.headline}</h2>
        {story.blocks.map((block) => (
          <p key={block.id}>{getBlockText(block)}</p>
        ))}
      </div>
      {onRestore === undefined ? null : (
        <footer className="panel-foot">
          <Button look="soft" isSmall onPress={onRestore}>
            {translate('history.restore')}
          </Button>
        </footer>
      )}
    </section>
  )
}
