import { useId } from 'react'
import { useTexts } from '../../../base/ui/texts.tsx'
import { formatDayHead } from '../../../base/ui/day.ts'
import { formatClock } from '../../../base/ui/time.ts'
import type { AppClient } from '../../../bridge/index.ts'
import type { RevisionInfo } from '../../../newsroom/drafts/index.ts'
import { useRevisions } from '../../../newsroom/drafts/ui/index.ts'
import type { OpenDraft } from '../page/use-open-draft.ts'
import type { Side } from './use-side.ts'

/** Chooses the two states that are compared, among all that is kept and the text now. */
export function CompareSides(props: {
  readonly client: AppClient
  readonly open: OpenDraft
  readonly from: Side
  readonly to: Side
  readonly onFrom: (side: Side) => void
  readonly onTo: (side: Side) => void
}) {
  const { client, open, from, to, onFrom, onTo } = props
  const { translate } = useTexts()
  const { id, revision } = open.head
  const revisions = useRevisions(client, { id, revision, asked: 0 }) ?? []
  return (
    <div className="compare-sides">
      <SideField label={translate('compare.from')} side={from} revisions={revisions} onSide={onFrom} />
      <SideField label={translate('compare.to')} side={to} revisions={revisions} onSide={onTo} />
    </div>
  )
}

function SideField(props: {
  readonly label: string
  readonly side: Side
  readonly revisions: readonly RevisionInfo[]
  readonly onSide: (side: Side) => void
}) {
  const { label, side, revisions, onSide } = props
  const { translate, locale } = useTexts()
  const id = useId()
  const describe = ({ revision, name, at }: RevisionInfo) =>
    [
      ...(name === null ? [] : [name]),
      translate('app.revision', { revision }),
      `${formatDayHead(at, locale, Date.now())} ${formatClock(at, locale)}`,
    ].join(' · ')
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="input"
        value={side}
        onChange={({ target }) => onSide(target.value === 'now' ? 'now' : Number(target.value))}
      >
        <option value="now">{translate('compare.now')}</option>
        {/* Until the list is there, what was asked for is in it. */}
        {side === 'now' || revisions.some(({ revision }) => revision === side) ? null : (
          <option value={side}>{translate('app.revision', { revision: side })}</option>
        )}
        {revisions.map((info) => (
          <option key={info.revision} value={info.revision}>
            {describe(info)}
          </option>
        ))}
      </select>
    </div>
  )
}
