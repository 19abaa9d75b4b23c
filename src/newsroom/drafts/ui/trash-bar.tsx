import { useId } from 'react'
import { Button } from '../../../base/ui/button.tsx'
import { useTexts } from '../../../base/ui/texts.tsx'
import type { TrashDays } from './use-trash-days.ts'

const DAYS = [7, 30, 90, 365] as const
const FOREVER = 'forever'

export interface TrashBarProps {
  readonly trash: TrashDays
  readonly isReadOnly: boolean
  readonly isEmpty: boolean
  readonly onEmpty: () => void
}

/** What stands above the list of the trash: how long it is kept, and the way to empty it. */
export function TrashBar({ trash: { days, error, change }, isReadOnly, isEmpty, onEmpty }: TrashBarProps) {
  const { translate } = useTexts()
  const id = useId()
  if (days === 'unknown') return <div className="trash-bar" />
  const choices = days === null || DAYS.some((each) => each === days) ? DAYS : [days, ...DAYS]
  return (
    <div className="trash-bar">
      <label htmlFor={id}>{translate('library.trash.days')}</label>
      <select
        id={id}
        className="list-sort"
        disabled={isReadOnly}
        value={days ?? FOREVER}
        onChange={({ target }) => change(target.value === FOREVER ? null : Number(target.value))}
      >
        {choices.map((each) => (
          <option key={each} value={each}>
            {translate('library.trash.days.count', { count: each })}
          </option>
        ))}
        <option value={FOREVER}>{translate('library.trash.days.never')}</option>
      </select>
      <Button isSmall look="danger" onPress={onEmpty} isDisabled={isReadOnly || isEmpty}>
        {translate('library.trash.empty-it')}
      </Button>
      {error === null ? null : <p role="alert">{translate(error.code, error.details)}</p>}
    </div>
  )
}
