import { useTexts } from '../../../base/ui/texts.tsx'
import type { Stop } from '../index.ts'

interface ChangeStopProps {
  readonly stop: Stop
  readonly count: number
  readonly isCurrent: boolean
  readonly removed: string
  readonly added: string
  /** What stands there where no word differs. */
  readonly said?: string | undefined
  readonly onCurrent: (place: number) => void
}

/** One change: what went is struck, what came is underlined. It says so, too. */
export function ChangeStop({ stop, count, isCurrent, removed, added, said, onCurrent }: ChangeStopProps) {
  const { translate } = useTexts()
  const words = [
    translate('compare.place', { place: stop.place + 1, count }),
    ...(removed === '' ? [] : [translate('compare.removed', { text: removed })]),
    ...(added === '' ? [] : [translate('compare.added', { text: added })]),
    ...(said === undefined ? [] : [said]),
  ]
  return (
    <span
      role="group"
      className="compare-stop"
      aria-label={words.join('. ')}
      aria-current={isCurrent ? 'true' : undefined}
      data-current={isCurrent ? '' : undefined}
      tabIndex={isCurrent ? 0 : -1}
      onFocus={() => onCurrent(stop.place)}
      onClick={() => onCurrent(stop.place)}
    >
      {removed === '' ? null : <del>{removed}</del>}
      {added === '' ? null : <ins>{added}</ins>}
      {said}
    </span>
  )
}
