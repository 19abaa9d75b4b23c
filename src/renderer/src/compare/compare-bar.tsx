import { ChevronDown, ChevronUp } from 'lucide-react'
import { Button, IconButton } from '../../../base/ui/button.tsx'
import { useTexts } from '../../../base/ui/texts.tsx'
import type { Stop } from '../../../newsroom/compare/index.ts'

export interface CompareBarProps {
  readonly stops: readonly Stop[]
  readonly current: number
  readonly onCurrent: (place: number) => void
  /** The later side is the text now, and it may be written. */
  readonly canTakeBack: boolean
  /** Takes back a stop's change: with `edit`, that stretch of words, else the whole block or field. */
  readonly onTakeBack: (stop: Stop, edit: number | null) => void
}

/** The way from change to change, and what can be put back. It stays in its place. */
export function CompareBar(props: CompareBarProps) {
  const { stops, current, onCurrent } = props
  const { translate } = useTexts()
  const count = stops.length
  const size = { size: 16, strokeWidth: 1.6 }
  return (
    <div className="compare-bar">
      <IconButton
        label={translate('compare.previous')}
        icon={<ChevronUp {...size} />}
        isDisabled={current === 0}
        onPress={() => onCurrent(current - 1)}
      />
      <span className="compare-place">
        {count === 0 ? '' : translate('compare.place.short', { place: current + 1, count })}
      </span>
      <IconButton
        label={translate('compare.next')}
        icon={<ChevronDown {...size} />}
        isDisabled={current >= count - 1}
        onPress={() => onCurrent(current + 1)}
      />
      <TakeBackButtons {...props} />
    </div>
  )
}

function TakeBackButtons({ stops, current, canTakeBack, onTakeBack }: CompareBarProps) {
  const { translate } = useTexts()
  const stop = stops[current]
  if (stop === undefined) return null
  if (!canTakeBack) return <span>{translate('compare.only-now')}</span>
  const { change, edit } = stop
  const isPart = edit !== null && 'edits' in change && change.edits.length > 1
  return (
    <>
      <Button look="soft" isSmall onPress={() => onTakeBack(stop, edit)}>
        {translate('compare.take-back')}
      </Button>
      {isPart ? (
        <Button look="line" isSmall onPress={() => onTakeBack(stop, null)}>
          {translate(change.kind === 'field' ? 'compare.take-back.field' : 'compare.take-back.block')}
        </Button>
      ) : null}
    </>
  )
}
