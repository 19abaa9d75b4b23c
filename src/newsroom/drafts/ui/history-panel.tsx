import { useEffect, useMemo, useState } from 'react'
import { Header, ListBox, ListBoxSection } from 'react-aria-components'
import { formatDayHead } from '../../../base/ui/day.ts'
import { useTexts } from '../../../base/ui/texts.tsx'
import type { AppClient } from '../../../bridge/index.ts'
import type { RevisionInfo } from '../snapshot.ts'
import { RevisionItem } from './revision-item.tsx'
import { RevisionPreview } from './revision-preview.tsx'
import { useRevisions } from './use-revisions.ts'
import './history.css'

export interface HistoryPanelProps {
  readonly client: AppClient
  readonly id: string
  readonly revision: number
  readonly onRestore: (revision: number) => void
  /** Shows what has changed since a revision. */
  readonly onCompare: (revision: number) => void
  /** Names a revision, or, with null, takes its name away; `onNamed` is called once that is on the disk. */
  readonly onName: (revision: number, name: string | null, onNamed: () => void) => void
  readonly isReadOnly: boolean
}

/** Days shown at first, and further days at each asking: a long history is not laid out at once. */
const ROWS = 120

/** The revisions of a story that were kept, by their days, newest first: look at one, compare it, name it, put it back. */
export function HistoryPanel(props: HistoryPanelProps) {
  const { client, id, revision, onRestore, onCompare, onName, isReadOnly } = props
  const { translate, locale } = useTexts()
  const [asked, setAsked] = useState(0)
  const revisions = useRevisions(client, { id, revision, asked })
  const [chosen, setChosen] = useState<number | null>(null)
  const [rows, setRows] = useState(ROWS)
  useEffect(() => {
    setChosen(null)
    setRows(ROWS)
  }, [id])
  const days = useMemo(() => groupByDay(revisions?.slice(0, rows) ?? [], locale), [revisions, rows, locale])
  if (revisions === null) return null
  if (revisions.length === 0) return <p className="empty">{translate('history.empty')}</p>
  const info = revisions.find((each) => each.revision === chosen)
  return (
    <>
      <ListBox
        aria-label={translate('history.title')}
        className="panel-list"
        selectionMode="single"
        selectedKeys={chosen === null ? [] : [chosen]}
        onSelectionChange={(keys) => setChosen(keys === 'all' ? null : Number([...keys][0] ?? 0) || null)}
      >
        {days.map(([day, ofDay]) => (
          <ListBoxSection key={day} id={day}>
            <Header className="history-day">{day}</Header>
            {ofDay.map((each) => (
              <RevisionItem key={each.revision} info={each} isCurrent={each.revision === revision} />
            ))}
          </ListBoxSection>
        ))}
      </ListBox>
      {revisions.length > rows ? (
        <button type="button" className="btn plain small history-more" onClick={() => setRows(rows + ROWS)}>
          {translate('history.more', { count: revisions.length - rows })}
        </button>
      ) : null}
      {info === undefined ? null : (
        <RevisionPreview
          key={info.revision}
          client={client}
          id={id}
          info={info}
          onCompare={() => onCompare(info.revision)}
          {...(info.revision === revision || isReadOnly ? {} : { onRestore: () => onRestore(info.revision) })}
          {...(isReadOnly
            ? {}
            : { onName: (name) => onName(info.revision, name, () => setAsked((count) => count + 1)) })}
        />
      )}
    </>
  )
}

function groupByDay(
  revisions: readonly RevisionInfo[],
  locale: 'id' | 'en',
): readonly (readonly [string, readonly RevisionInfo[]])[] {
  const days = new Map<string, RevisionInfo[]>()
  const now = Date.now()
  for (const info of revisions) {
    const day = formatDayHead(info.at, locale, now)
    days.set(day, [...(days.get(day) ?? []), info])
  }
  return [...days]
}
