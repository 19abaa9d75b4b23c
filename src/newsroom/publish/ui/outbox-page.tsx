import { RefreshCw } from 'lucide-react'
import { Button } from '../../../base/ui/button.tsx'
import { useTexts } from '../../../base/ui/texts.tsx'
import type { EntrySummary } from '../entry.ts'
import type { Connection } from '../methods.ts'
import { EntryIcon, EntryWords } from './entry-state.tsx'
import type { OutboxState } from './use-outbox.ts'

export interface OutboxActs {
  readonly onRetry: (entry: string) => void
  readonly onDrop: (entry: EntrySummary) => void
  readonly onSync: () => void
  readonly onOpen: (draft: string) => void
}

/** Everything that waits to leave: what, why, since when, and what a person can do about it. */
export function OutboxPage({ outbox, acts }: { readonly outbox: OutboxState; readonly acts: OutboxActs }) {
  const { translate } = useTexts()
  return (
    <section className="outbox" aria-label={translate('publish.outbox')}>
      <header className="head">
        <h2>{translate('publish.outbox')}</h2>
        <div className="push" />
        <Button look="line" icon={<RefreshCw size={16} strokeWidth={1.6} />} onPress={acts.onSync}>
          {translate('publish.sync')}
        </Button>
      </header>
      {outbox.entries.length === 0 ? (
        <p className="empty">{translate('publish.outbox.empty')}</p>
      ) : (
        <ul className="outbox-list">
          {outbox.entries.map((entry) => (
            <OutboxRow key={entry.id} entry={entry} connection={outbox.connection} acts={acts} />
          ))}
        </ul>
      )}
    </section>
  )
}

function OutboxRow(props: {
  readonly entry: EntrySummary
  readonly connection: Connection
  readonly acts: OutboxActs
}) {
  const { entry, connection, acts } = props
  const { translate } = useTexts()
  const needsPerson = entry.state === 'parked' || entry.state === 'paused' || entry.dueAt !== null
  return (
    <li className="outbox-row">
      <EntryIcon state={entry.state} />
      <div className="outbox-words">
        <Button look="plain" isSmall onPress={() => acts.onOpen(entry.draft)}>
          {entry.headline}
        </Button>
        <p>
          {translate(`kind.${entry.kind}`)} · {entry.target} ·{' '}
          {translate('app.revision', { revision: entry.revision })}
          {entry.attempts > 0 ? ` · ${translate('publish.attempts', { count: entry.attempts })}` : ''}
        </p>
        <p>
          <EntryWords entry={entry} connection={connection} />
        </p>
      </div>
      <div className="outbox-acts">
        {needsPerson ? (
          <Button look="line" isSmall onPress={() => acts.onRetry(entry.id)}>
            {translate('publish.retry')}
          </Button>
        ) : null}
        <Button
          isSmall
          onPress={() => acts.onDrop(entry)}
          isDisabled={entry.state === 'sending' || entry.state === 'unknown'}
        >
          {translate('publish.drop')}
        </Button>
      </div>
    </li>
  )
}
