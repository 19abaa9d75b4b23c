import { CircleCheck, CircleDashed, Copy, ExternalLink, Undo2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Link } from 'react-aria-components'
import { isRedaksiError } from '../../../base/errors.ts'
import { Button } from '../../../base/ui/button.tsx'
import { useTexts } from '../../../base/ui/texts.tsx'
import { formatAge } from '../../../base/ui/time.ts'
import type { EntrySummary } from '../entry.ts'
import type { LedgerRecord } from '../ledger.ts'
import type { Target } from '../target.ts'
import type { AppClient } from '../../../bridge/index.ts'
import { EntryIcon, EntryWords } from './entry-state.tsx'
import { useLedger } from './use-ledger.ts'
import type { OutboxState } from './use-outbox.ts'
import { WithdrawDialog } from './withdraw-dialog.tsx'

export interface PublishPanelProps {
  readonly client: AppClient
  readonly id: string
  readonly revision: number
  /** Who signed the head off, or null. */
  readonly signedOffBy: string | null
  readonly outbox: OutboxState
  readonly onWithdraw: (reason: string) => void
  readonly onDrop: (entry: EntrySummary) => void
  readonly onRetry: (entry: string) => void
  readonly onCopied: () => void
  readonly isReadOnly: boolean
}

/** Where a story is: per target what is known to be there, with its address; what waits, and why. */
export function PublishPanel(props: PublishPanelProps) {
  const { client, id, revision, signedOffBy, outbox, onWithdraw, isReadOnly } = props
  const { translate } = useTexts()
  const targets = useTargets(client)
  const entries = outbox.entries.filter((entry) => entry.draft === id)
  const ledger = useLedger(client, id, outbox)
  const held = ledger?.targets ?? []
  const shown = held.filter((record) => record.kind !== 'withdraw').length
  return (
    <div className="publish-panel">
      <p className="panel-summary">
        {signedOffBy === null
          ? translate('publish.panel.not-signed-off')
          : translate('publish.panel.signed-off', { revision, by: signedOffBy })}
      </p>
      {held.length === 0 && entries.length === 0 ? (
        <p className="empty">{translate('publish.panel.empty')}</p>
      ) : null}
      <ul aria-label={translate('publish.panel.targets')} className="target-list">
        {targets.map((target) => (
          <TargetItem
            key={target.name}
            {...props}
            target={target}
            entry={entries.find((each) => each.target === target.name) ?? null}
            held={held.find((record) => record.target === target.name) ?? null}
          />
        ))}
      </ul>
      {shown > 0 && !isReadOnly ? (
        <footer className="panel-foot">
          <WithdrawDialog
            count={shown}
            onWithdraw={onWithdraw}
            icon={<Undo2 size={16} strokeWidth={1.6} />}
          />
        </footer>
      ) : null}
    </div>
  )
}

interface TargetItemProps extends PublishPanelProps {
  readonly target: Target
  readonly entry: EntrySummary | null
  readonly held: LedgerRecord | null
}

function TargetItem(props: TargetItemProps) {
  const { target, entry, held, outbox, onDrop, onRetry, isReadOnly } = props
  const { translate } = useTexts()
  return (
    <li className="target-item">
      {entry === null ? <HeldIcon held={held} /> : <EntryIcon state={entry.state} />}
      <div className="target-facts">
        <p className="target-name">
          <b>{target.name}</b> <span>{target.type}</span>
        </p>
        {held === null && entry === null ? <p>{translate('publish.panel.none')}</p> : null}
        {held === null ? null : <HeldWords held={held} onCopied={props.onCopied} />}
        {entry === null ? null : (
          <p>
            <EntryWords entry={entry} connection={outbox.connection} />
          </p>
        )}
        {entry === null || isReadOnly ? null : (
          <p className="target-acts">
            {entry.state === 'parked' ? (
              <Button look="line" isSmall onPress={() => onRetry(entry.id)}>
                {translate('publish.retry')}
              </Button>
            ) : null}
            {entry.state === 'sending' || entry.state === 'unknown' ? null : (
              <Button look="line" isSmall onPress={() => onDrop(entry)}>
                {translate('publish.drop')}
              </Button>
            )}
          </p>
        )}
      </div>
    </li>
  )
}

function HeldIcon({ held }: { readonly held: LedgerRecord | null }) {
  const Icon = held === null || held.kind === 'withdraw' ? CircleDashed : CircleCheck
  return (
    <Icon
      size={16}
      strokeWidth={1.6}
      aria-hidden
      className={held === null ? 'entry-icon' : 'entry-icon is-done'}
    />
  )
}

function HeldWords({ held, onCopied }: { readonly held: LedgerRecord; readonly onCopied: () => void }) {
  const { translate, locale } = useTexts()
  const time = formatAge(held.at, locale, Date.now())
  const { address } = held
  if (held.kind === 'withdraw') return <p>{translate('publish.panel.withdrawn', { time })}</p>
  return (
    <>
      <p>{translate('publish.panel.live', { time, revision: held.revision })}</p>
      {address === null ? null : (
        <p className="target-acts">
          <Button
            look="line"
            isSmall
            icon={<Copy size={14} strokeWidth={1.6} />}
            onPress={() => void navigator.clipboard.writeText(address).then(onCopied)}
          >
            {translate('publish.panel.copy')}
          </Button>
          <Link className="btn line small" href={address} target="_blank" rel="noreferrer">
            <ExternalLink size={14} strokeWidth={1.6} aria-hidden /> {translate('publish.panel.open')}
          </Link>
        </p>
      )}
    </>
  )
}

function useTargets(client: AppClient): readonly Target[] {
  const [targets, setTargets] = useState<readonly Target[]>([])
  useEffect(() => {
    client.publish
      .targets()
      .then(setTargets, (error: unknown) => void (isRedaksiError(error) || reportError(error)))
  }, [client])
  return targets
}
