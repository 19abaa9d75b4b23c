import { useEffect, useRef, type KeyboardEvent } from 'react'
import { useTexts } from '../../../base/ui/texts.tsx'
import { getBlockText } from '../../story/index.ts'
import type { ComparisonItem, Stop } from '../index.ts'
import { ChangeItem } from './change-item.tsx'
import './compare.css'

export interface ComparisonSheetProps {
  readonly items: readonly ComparisonItem[]
  /** All stops of the items, in their order. */
  readonly stops: readonly Stop[]
  /** The place of the stop where the reader is; it is kept in view. */
  readonly current: number
  readonly onCurrent: (place: number) => void
}

/** What differs between two states of a story, in the order in which it is read. The arrow keys go from change to change. */
export function ComparisonSheet({ items, stops, current, onCurrent }: ComparisonSheetProps) {
  const { translate } = useTexts()
  const sheet = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const stop = sheet.current?.querySelector('[data-current]')
    stop?.scrollIntoView({ block: 'nearest' })
    // Only where the keys are: a button that is pressed keeps the focus.
    if (stop instanceof HTMLElement && sheet.current?.contains(document.activeElement) === true)
      stop.focus({ preventScroll: true })
  }, [current, items])
  const onKeyDown = (event: KeyboardEvent) => {
    const place = findPlace(event.key, current, stops.length)
    if (place === null) return
    event.preventDefault()
    onCurrent(place)
  }
  return (
    <div ref={sheet} className="compare-scroll" onKeyDown={onKeyDown}>
      <article className="compare-sheet" aria-label={translate('compare.changes')}>
        {items.map((item, i) =>
          item.kind === 'same' ? (
            <SameBlocks key={i} item={item} />
          ) : (
            <ChangeItem key={i} item={item} current={current} count={stops.length} onCurrent={onCurrent} />
          ),
        )}
      </article>
    </div>
  )
}

function findPlace(key: string, current: number, count: number): number | null {
  const places: Readonly<Record<string, number>> = {
    ArrowDown: current + 1,
    ArrowUp: current - 1,
    Home: 0,
    End: count - 1,
  }
  const place = places[key]
  return place === undefined || count === 0 ? null : Math.min(count - 1, Math.max(0, place))
}

/** What did not change is folded away; its words are there for whoever asks. */
function SameBlocks({ item }: { readonly item: Extract<ComparisonItem, { kind: 'same' }> }) {
  const { translate } = useTexts()
  return (
    <details className="compare-same">
      <summary>{translate('compare.same', { count: item.blocks.length })}</summary>
      {item.blocks.map(({ after }) => (
        <p key={after.id}>{getBlockText(after)}</p>
      ))}
    </details>
  )
}
