import { ArrowLeft } from 'lucide-react'
import { Button, IconButton } from '../../../base/ui/button.tsx'
import { useTexts } from '../../../base/ui/texts.tsx'
import { formatNumber } from '../../../base/ui/time.ts'
import type { Compared } from '../../../newsroom/compare/index.ts'

/** What the page is, how much differs, and the way back: to the story, or, where that can be, to the former state of it. */
export function CompareHead(props: {
  readonly compared: Compared | null
  /** How many changes there are. */
  readonly count: number
  readonly onClose: () => void
  readonly onTakeAllBack: (() => void) | null
}) {
  const { compared, count, onClose, onTakeAllBack } = props
  const { translate } = useTexts()
  return (
    <header className="head">
      <IconButton
        label={translate('compare.back')}
        icon={<ArrowLeft size={16} strokeWidth={1.6} />}
        autoFocus
        onPress={onClose}
      />
      <h2>{translate('compare.title')}</h2>
      <div className="push" />
      <CompareCount compared={compared} count={count} />
      {onTakeAllBack === null || count === 0 ? null : (
        <Button look="line" onPress={onTakeAllBack}>
          {translate('compare.take-back.all')}
        </Button>
      )}
    </header>
  )
}

/** How much differs, in words. */
function CompareCount({ compared, count }: { readonly compared: Compared | null; readonly count: number }) {
  const { translate, locale } = useTexts()
  const describe = ({ comparison: { gained, lost } }: Compared) =>
    translate('compare.count', {
      count: formatNumber(count, locale),
      gained: formatNumber(gained, locale),
      lost: formatNumber(lost, locale),
    })
  return (
    <span role="status">
      {compared === null ? '' : count === 0 ? translate('compare.none') : describe(compared)}
    </span>
  )
}
