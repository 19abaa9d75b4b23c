import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { useTexts } from '../../../base/ui/texts.tsx'
import type { AppClient } from '../../../bridge/index.ts'
import { listItems, listStops, takeBack, type Stop } from '../../../newsroom/compare/index.ts'
import { ComparisonSheet, useComparison } from '../../../newsroom/compare/ui/index.ts'
import type { House } from '../../../newsroom/house/index.ts'
import { restoreRevision } from '../acts/restore-revision.ts'
import { takePartBack } from '../acts/take-part-back.ts'
import type { RunAct } from '../desk.ts'
import type { OpenDraft } from '../page/use-open-draft.ts'
import { CompareBar } from './compare-bar.tsx'
import { CompareHead } from './compare-head.tsx'
import { CompareSides } from './compare-sides.tsx'
import { useSide, type Side } from './use-side.ts'

export interface ComparePaneProps {
  readonly client: AppClient
  readonly open: OpenDraft
  readonly house: House
  /** The kept revision that was asked for. */
  readonly revision: number
  readonly isReadOnly: boolean
  readonly run: RunAct
  readonly onClose: () => void
}

/** The page on which two states of the open story are compared, and parts of the former one put back. */
export function ComparePane(props: ComparePaneProps) {
  const { client, open, house, revision, isReadOnly, run, onClose } = props
  const { translate } = useTexts()
  const [from, setFrom] = useState<Side>(revision)
  const [to, setTo] = useState<Side>('now')
  useEffect(() => setFrom(revision), [revision])
  const [looked, setLooked] = useState(0)
  const lookAgain = useCallback(() => setLooked((count) => count + 1), [])
  const before = useSide({ client, open, side: from, looked })
  const after = useSide({ client, open, side: to, looked })
  const compared = useComparison(before, after, house)
  const items = useMemo(() => (compared === null ? [] : listItems(compared.comparison)), [compared])
  const stops = useMemo(() => listStops(items), [items])
  const [asked, setCurrent] = useState(0)
  const current = Math.min(asked, Math.max(0, stops.length - 1))

  const canTakeBack = to === 'now' && from !== 'now' && !isReadOnly
  const page = useRef<HTMLElement>(null)
  useEffect(() => {
    // The button that took the last change back goes with it; the keys stay on this page.
    if (document.activeElement === document.body) page.current?.focus()
  }, [stops])

  const take = (stop: Stop, edit: number | null) => {
    if (compared === null) return
    run(takePartBack((now) => takeBack(now, compared, { change: stop.change, edit })))
    lookAgain()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose()
    else if (open.editor.current?.answerHistoryKey(event.nativeEvent) === true) lookAgain()
  }
  return (
    <section
      ref={page}
      tabIndex={-1}
      className="compare"
      aria-label={translate('compare.title')}
      onKeyDown={onKeyDown}
    >
      <CompareHead
        compared={compared}
        count={stops.length}
        onClose={onClose}
        onTakeAllBack={canTakeBack ? () => run(restoreRevision(from)) : null}
      />
      <CompareSides client={client} open={open} from={from} to={to} onFrom={setFrom} onTo={setTo} />
      <CompareBar
        stops={stops}
        current={current}
        onCurrent={setCurrent}
        canTakeBack={canTakeBack}
        onTakeBack={take}
      />
      <ComparisonSheet items={items} stops={stops} current={current} onCurrent={setCurrent} />
    </section>
  )
}
