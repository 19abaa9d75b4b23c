import { Keyboard } from 'react-aria-components'
import { Button } from '../../../base/ui/button.tsx'
import { useTexts } from '../../../base/ui/texts.tsx'
import type { StaffMember } from '../../house/index.ts'
import { listNarrowings, type Narrowing } from './library-ask.ts'
import { describeNarrowing } from './narrowing-words.ts'
import type { RowsState } from './row-store.ts'

export interface EmptyListProps {
  readonly state: RowsState
  readonly staff: readonly StaffMember[]
  readonly onClear: (narrowing: Narrowing) => void
  readonly onClearAll: () => void
}

/** What stands in the place of a list without rows: why there are none, and what can be taken away to have some. */
export function EmptyList({ state, staff, onClear, onClearAll }: EmptyListProps) {
  const texts = useTexts()
  const { translate } = texts
  const { error, isLoaded, shown, total } = state
  if (error !== null) {
    const reason = translate(error.code, error.details)
    return <p className="empty">{translate('app.list.failed', { reason })}</p>
  }
  if (!isLoaded) return <p className="empty is-late">{translate('app.list.loading')}</p>
  if (total > 0) return null
  const narrowings = listNarrowings(shown)
  if (narrowings.length === 0) return <p className="empty">{translate('app.list.empty')}</p>
  if (narrowings.length === 1 && shown.status === 'trashed')
    return <p className="empty">{translate('library.trash.empty')}</p>
  const words = narrowings.map((each) => describeNarrowing(shown, each, texts, staff)).join(' · ')
  return (
    <div className="empty">
      <p>{translate(shown.query === '' ? 'library.nothing' : 'library.nothing-found', { words })}</p>
      {narrowings.length === 1 ? null : <p>{translate('library.nothing.help')}</p>}
      <p className="empty-acts">
        {narrowings.length === 1
          ? null
          : narrowings.map((each) => (
              <Button key={each} look="line" isSmall onPress={() => onClear(each)}>
                {translate('library.without', { words: describeNarrowing(shown, each, texts, staff) })}
              </Button>
            ))}
        <Button look="line" isSmall onPress={onClearAll}>
          {translate('library.clear-all')} <Keyboard>Esc</Keyboard>
        </Button>
      </p>
    </div>
  )
}
