import { ListBoxItem, Text } from 'react-aria-components'
import { useTexts } from '../../../base/ui/texts.tsx'
import { formatClock, formatNumber } from '../../../base/ui/time.ts'
import type { RevisionInfo } from '../snapshot.ts'

/** A kept revision in the list: its name and number, when and why it was kept and by whom, and what its words did. */
export function RevisionItem({
  info,
  isCurrent,
}: {
  readonly info: RevisionInfo
  readonly isCurrent: boolean
}) {
  const { translate, locale } = useTexts()
  const { revision, name, at, by, signedOffBy, reason, words } = info
  const label = translate('app.revision', { revision })
  const facts = [
    translate(`history.reason.${reason}`),
    ...(by === null ? [] : [by]),
    ...(signedOffBy === null || reason === 'sign-off'
      ? []
      : [translate('history.signed-off', { by: signedOffBy })]),
  ]
  return (
    <ListBoxItem
      id={revision}
      textValue={`${name ?? ''} ${label}`.trim()}
      className="panel-item history-item"
    >
      <Text slot="label">
        {name === null ? null : <b className="history-name">{name} </b>}
        <span>
          {label}
          {isCurrent ? ` · ${translate('history.current')}` : ''}
        </span>
      </Text>
      <time dateTime={at}>{formatClock(at, locale)}</time>
      <Text slot="description">
        {facts.join(' · ')}
        <br />
        {translate('count.words', { count: formatNumber(words, locale) })}
        <WordChange {...info} />
      </Text>
    </ListBoxItem>
  )
}

function WordChange({ words, gained, lost }: RevisionInfo) {
  const { translate, locale } = useTexts()
  // The first has nothing to be compared with.
  if (lost === 0 && (gained === 0 || gained === words)) return null
  const counts = { gained: formatNumber(gained, locale), lost: formatNumber(lost, locale) }
  return (
    <>
      {' · '}
      {translate('history.change', counts)}
    </>
  )
}
