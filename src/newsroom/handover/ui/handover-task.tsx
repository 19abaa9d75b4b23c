import { Heading, ProgressBar } from 'react-aria-components'
import { Button } from '../../../base/ui/button.tsx'
import { useTexts } from '../../../base/ui/texts.tsx'
import './handover.css'

/** A file that is being made or read: how far it is, and the way to stop it. */
export function HandoverTask(props: {
  readonly kind: 'write' | 'look'
  readonly done: number
  readonly total: number
  readonly onStop: () => void
}) {
  const { kind, done, total, onStop } = props
  const { translate } = useTexts()
  const words = translate(`handover.task.${kind}`)
  return (
    <>
      <Heading slot="title">{words}</Heading>
      <ProgressBar
        aria-label={words}
        value={done}
        maxValue={Math.max(total, 1)}
        isIndeterminate={total === 0}
      >
        <div className="handover-bar">
          <div style={{ inlineSize: `${(100 * done) / Math.max(total, 1)}%` }} />
        </div>
      </ProgressBar>
      <div className="dialog-acts">
        <Button look="line" autoFocus onPress={onStop}>
          {translate('handover.stop')}
        </Button>
      </div>
    </>
  )
}

/** Why a file was not made or not taken, what was kept, and what to do. */
export function HandoverRefusal({
  words,
  onClose,
}: {
  readonly words: string
  readonly onClose: () => void
}) {
  const { translate } = useTexts()
  return (
    <>
      <Heading slot="title">{translate('handover.refused')}</Heading>
      <p role="alert">{words}</p>
      <div className="dialog-acts">
        <Button look="main" autoFocus onPress={onClose}>
          {translate('handover.close')}
        </Button>
      </div>
    </>
  )
}
