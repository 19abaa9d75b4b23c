import { useDeferredValue, useEffect, useState, type Ref } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { SearchBox } from '../../../base/ui/search-box.tsx'
import { useTexts } from '../../../base/ui/texts.tsx'
import { formatNumber } from '../../../base/ui/time.ts'
import type { AppClient } from '../../../bridge/index.ts'
import { DraftList } from './draft-list.tsx'
import { useDraftList } from './use-draft-list.ts'

const FILTERS = ['all', 'draft', 'approved', 'queued', 'published', 'withdrawn', 'trashed'] as const
type Filter = (typeof FILTERS)[number]

export interface LibraryContentsProps {
  readonly client: AppClient
  /** The office's own name, which opens most headlines. */
  readonly office: string
  readonly selected: string | null
  readonly onSelect: (id: string) => void
  readonly searchRef: Ref<HTMLInputElement>
}

/** Search that answers as it is typed, filters by status, and the list. */
export function LibraryContents({ client, office, selected, onSelect, searchRef }: LibraryContentsProps) {
  const { translate } = useTexts()
  const [query, setQuery] = useState('')
  const [filter, setFilter] = useState<Filter>('all')
  const asked = useDeferredValue(query)
  const list = useDraftList(client, { query: asked, status: filter === 'all' ? null : filter })
  const total = useTotal(list.total, list.isLoaded && list.shown.query === '' && list.shown.status === null)
  return (
    <>
      <SearchBox label={translate('app.search')} value={query} onChange={setQuery} inputRef={searchRef} />
      <Filters filter={filter} onFilter={setFilter} total={total} />
      <DraftList list={list} office={office} selected={selected} onSelect={onSelect} />
    </>
  )
}

function Filters(props: { filter: Filter; onFilter: (filter: Filter) => void; total: number | null }) {
  const { translate, locale } = useTexts()
  return (
    <ToggleButtonGroup
      aria-label={translate('app.filter')}
      className="filters"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[props.filter]}
      onSelectionChange={([chosen]) => props.onFilter(FILTERS.find((each) => each === chosen) ?? 'all')}
    >
      {FILTERS.map((each) => (
        <ToggleButton key={each} id={each}>
          {translate(`app.filter.${each}`)}
          {each === 'all' && props.total !== null ? (
            <span className="count">{formatNumber(props.total, locale)}</span>
          ) : null}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}

/** The number of all stories, as last known: filtering must not take it away. */
function useTotal(total: number, isOfAll: boolean): number | null {
  const [known, setKnown] = useState<number | null>(null)
  useEffect(() => {
    if (isOfAll) setKnown(total)
  }, [total, isOfAll])
  return known
}
