import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { useTexts } from '../../../base/ui/texts.tsx'
import { formatNumber } from '../../../base/ui/time.ts'
import type { DraftStatus } from '../draft.ts'

/** Those that are asked for most; the form of filters has them all. */
const FILTERS = ['all', 'draft', 'approved', 'queued', 'published', 'withdrawn', 'trashed'] as const

export interface StatusFiltersProps {
  readonly status: DraftStatus | null
  /** The number of all stories; null before it is known. */
  readonly total: number | null
  readonly onStatus: (status: DraftStatus | null) => void
}

/** Filters by status, one press each. */
export function StatusFilters({ status, total, onStatus }: StatusFiltersProps) {
  const { translate, locale } = useTexts()
  return (
    <ToggleButtonGroup
      aria-label={translate('app.filter')}
      className="filters"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[status ?? 'all']}
      onSelectionChange={([chosen]) => {
        const filter = FILTERS.find((each) => each === chosen) ?? 'all'
        onStatus(filter === 'all' ? null : filter)
      }}
    >
      {FILTERS.map((each) => (
        <ToggleButton key={each} id={each}>
          {translate(`app.filter.${each}`)}
          {each === 'all' && total !== null ? (
            <span className="count">{formatNumber(total, locale)}</span>
          ) : null}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
