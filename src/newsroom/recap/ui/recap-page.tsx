import { ChevronLeft, ChevronRight, FileSpreadsheet } from 'lucide-react'
import { useState } from 'react'
import { Button, IconButton } from '../../../base/ui/button.tsx'
import { useTexts } from '../../../base/ui/texts.tsx'
import type { AppClient } from '../../../bridge/index.ts'
import type { ShownRecap } from '../methods.ts'
import { isMonth, shiftPeriod, type Period } from '../period.ts'
import { formatPeriod } from './period-words.ts'
import { RecapChart } from './recap-chart.tsx'
import { RecapGroups, RecapStories } from './recap-tables.tsx'
import { useRecap } from './use-recap.ts'
import './recap.css'

export interface RecapPageProps {
  readonly client: AppClient
  /** The month that it is, `YYYY-MM`. */
  readonly currentMonth: Period
  readonly onOpen: (draft: string) => void
  /** Hands the workbook of a period to the person. */
  readonly onSave: (period: Period) => void
}

/** What the office published in a month or a year: counted, drawn, listed, and to be had as a workbook. */
export function RecapPage({ client, currentMonth, onOpen, onSave }: RecapPageProps) {
  const { translate, locale } = useTexts()
  const [period, setPeriod] = useState(currentMonth)
  const state = useRecap(client, period)
  return (
    <section className="recap" aria-label={translate('recap')}>
      <header className="head">
        <h2>{translate('recap')}</h2>
        <PeriodPicker period={period} currentMonth={currentMonth} onChange={setPeriod} />
        <div className="push" />
        <Button
          look="line"
          icon={<FileSpreadsheet size={16} strokeWidth={1.6} />}
          onPress={() => onSave(period)}
        >
          {translate('recap.save')}
        </Button>
      </header>
      <div className="recap-body" tabIndex={0} role="group" aria-label={formatPeriod(period, locale)}>
        {state?.kind === 'failed' ? (
          <p role="alert">{translate(state.error.code, state.error.details)}</p>
        ) : state === null ? null : (
          <Shown recap={state.recap} onOpen={onOpen} />
        )}
      </div>
    </section>
  )
}

function PeriodPicker(props: {
  readonly period: Period
  readonly currentMonth: Period
  readonly onChange: (period: Period) => void
}) {
  const { period, currentMonth, onChange } = props
  const { translate, locale } = useTexts()
  const year = period.slice(0, 4)
  // Back from a year to the month that it is, or else to its last one.
  const month = currentMonth.startsWith(year) ? currentMonth : `${year}-12`
  const kinds = [
    ['recap.month', isMonth(period), isMonth(period) ? period : month],
    ['recap.year', !isMonth(period), year],
  ] as const
  return (
    <div className="recap-period">
      <IconButton
        label={translate('recap.earlier')}
        icon={<ChevronLeft size={16} strokeWidth={1.6} />}
        onPress={() => onChange(shiftPeriod(period, -1))}
      />
      <p className="recap-name" aria-live="polite">
        {formatPeriod(period, locale)}
      </p>
      <IconButton
        label={translate('recap.later')}
        icon={<ChevronRight size={16} strokeWidth={1.6} />}
        onPress={() => onChange(shiftPeriod(period, 1))}
      />
      <div role="group" className="recap-kinds" aria-label={translate('recap.kind')}>
        {kinds.map(([key, isPressed, next]) => (
          <Button
            key={key}
            look={isPressed ? 'soft' : 'plain'}
            isSmall
            aria-pressed={isPressed}
            onPress={() => onChange(next)}
          >
            {translate(key)}
          </Button>
        ))}
      </div>
    </div>
  )
}

function Shown({ recap, onOpen }: { readonly recap: ShownRecap; readonly onOpen: RecapPageProps['onOpen'] }) {
  const { translate, locale } = useTexts()
  const { period, totals } = recap
  const facts = { period: formatPeriod(period, locale), count: totals.stories, withdrawn: totals.withdrawn }
  if (recap.stories.length === 0) return <p className="empty">{translate('recap.empty', facts)}</p>
  return (
    <>
      <p className="recap-sum">
        {translate('recap.sum', facts)}
        {totals.withdrawn === 0 ? null : ` ${translate('recap.sum-withdrawn', facts)}`}
      </p>
      <RecapChart {...recap} />
      <RecapGroups {...recap} />
      <RecapStories recap={recap} onOpen={onOpen} />
    </>
  )
}
