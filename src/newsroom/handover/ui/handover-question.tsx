import { useMemo, useState } from 'react'
import { Heading } from 'react-aria-components'
import { Button } from '../../../base/ui/button.tsx'
import { useTexts } from '../../../base/ui/texts.tsx'
import { formatAge, formatNumber } from '../../../base/ui/time.ts'
import { listItems, listStops, type PrintRule } from '../../compare/index.ts'
import { ComparisonSheet, useComparison } from '../../compare/ui/index.ts'
import { CHOICES_BY_CASE, type HandoverChoice, type HandoverSide, type HandoverView } from '../view.ts'
import { HandoverNotes } from './handover-notes.tsx'
import './handover.css'

export interface HandoverQuestionProps {
  readonly view: HandoverView
  /** How the house prints datelines and credit lines. */
  readonly rule: PrintRule
  /** Its answer is on its way. */
  readonly isBusy: boolean
  readonly onChoose: (choice: HandoverChoice) => void
  readonly onClose: () => void
}

/** Asks what is to become of a story that is here and in the file: both states, what differs, and the ways on. */
export function HandoverQuestion({ view, rule, isBusy, onChoose, onClose }: HandoverQuestionProps) {
  const { translate } = useTexts()
  const { kind, from, mine, theirs } = view
  const desk = from.desk
  return (
    <>
      <Heading slot="title">{translate(`handover.case.${kind}`, { desk })}</Heading>
      <div className="handover-sides">
        {mine === null ? null : <Side label={translate('handover.mine')} side={mine} />}
        <Side label={translate('handover.theirs', { desk })} side={theirs} />
      </div>
      <HandoverNotes view={view} />
      {mine === null ? null : <Changes view={view} rule={rule} />}
      <div className="dialog-acts">
        <Button onPress={onClose} isDisabled={isBusy}>
          {translate('handover.later')}
        </Button>
        {CHOICES_BY_CASE[kind].toReversed().map((choice, i, all) => (
          <Button
            key={choice}
            look={i === all.length - 1 ? 'main' : 'line'}
            autoFocus={i === all.length - 1}
            isDisabled={isBusy}
            onPress={() => onChoose(choice)}
          >
            {translate(`handover.choose.${choice}`, { desk })}
          </Button>
        ))}
      </div>
    </>
  )
}

function Side({
  label,
  side: { revision, at, by },
}: {
  readonly label: string
  readonly side: HandoverSide
}) {
  const { translate, locale } = useTexts()
  const age = formatAge(at, locale, Date.now())
  return (
    <p>
      <b>{label}</b>
      <span>
        {translate('handover.side', { revision, age })}
        {by === null ? null : ` · ${by}`}
      </span>
    </p>
  )
}

/** From mine to theirs, word by word. */
function Changes({ view, rule }: Pick<HandoverQuestionProps, 'view' | 'rule'>) {
  const { translate, locale } = useTexts()
  const [current, setCurrent] = useState(0)
  const compared = useComparison(view.mine?.story ?? null, view.theirs.story, rule)
  const items = useMemo(() => (compared === null ? [] : listItems(compared.comparison)), [compared])
  const stops = useMemo(() => listStops(items), [items])
  const count = compared?.comparison
  return (
    <>
      <p className="handover-count" role="status">
        {count === undefined
          ? ''
          : translate('handover.changes', {
              gained: formatNumber(count.gained, locale),
              lost: formatNumber(count.lost, locale),
            })}
      </p>
      <div className="handover-changes">
        <ComparisonSheet items={items} stops={stops} current={current} onCurrent={setCurrent} />
      </div>
    </>
  )
}
