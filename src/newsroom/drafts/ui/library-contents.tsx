import { useEffect, useRef, useState, type KeyboardEvent, type Ref } from 'react'
import { SearchBox } from '../../../base/ui/search-box.tsx'
import { useTexts } from '../../../base/ui/texts.tsx'
import type { AppClient } from '../../../bridge/index.ts'
import type { House } from '../../house/index.ts'
import type { DraftStatus } from '../draft.ts'
import { listNarrowings, NOT_NARROWED } from './library-ask.ts'
import { LibraryList } from './library-list.tsx'
import { ListTools } from './list-tools.tsx'
import type { Mass } from './mass.ts'
import type { RowsState } from './row-store.ts'
import { StatusFilters } from './status-filters.tsx'
import { useDraftRows } from './use-draft-rows.ts'
import { useLibraryAsk } from './use-library-ask.ts'
import { useMarks } from './use-marks.ts'
import './library.css'

export interface LibraryContentsProps {
  readonly client: AppClient
  readonly house: House
  readonly selected: string | null
  readonly onSelect: (id: string) => void
  readonly searchRef: Ref<HTMLInputElement>
  readonly isReadOnly: boolean
  readonly mass: Mass
  /** What the library is asked from outside to show, each time anew; nothing else narrows it then. */
  readonly wish: LibraryWish | null
}

/** A status that is to be shown. */
export interface LibraryWish {
  readonly status: DraftStatus
}

/** Search that answers as it is typed, what narrows and orders the list, and the list. */
export function LibraryContents(props: LibraryContentsProps) {
  const { client, house, selected, onSelect, searchRef, isReadOnly, mass, wish } = props
  const { translate } = useTexts()
  const { staff } = house
  const { typed, ask, change, clearAll } = useLibraryAsk()
  const rows = useDraftRows(client, ask)
  const marks = useMarks(client, ask)
  useEffect(() => {
    if (wish !== null) change({ ...NOT_NARROWED, ...wish })
  }, [wish, change])
  const listRef = useRef<HTMLDivElement>(null)
  const isNarrowed = typed !== '' || listNarrowings(ask).length > 0
  const onKey = (event: KeyboardEvent) => {
    const { key, target, currentTarget } = event
    // What floats above the library hears its keys first.
    if (!(target instanceof Element) || !currentTarget.contains(target)) return
    const isInList = listRef.current?.contains(target) === true
    if (key === 'ArrowDown' && target instanceof HTMLInputElement) listRef.current?.focus()
    else if (key === 'Escape' && isNarrowed && !(isInList && marks.ids.size > 0)) clearAll()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="library-contents" onKeyDownCapture={onKey}>
      <SearchBox
        label={translate('app.search')}
        value={typed}
        onChange={(query) => change({ query })}
        inputRef={searchRef}
      />
      <StatusFilters
        status={ask.status}
        total={useTotal(rows.state)}
        onStatus={(status) => change({ status })}
      />
      <ListTools
        {...{ client, ask, staff }}
        total={rows.state.isLoaded ? rows.state.total : null}
        onAsk={change}
        onClearAll={clearAll}
      />
      <LibraryList
        {...{ client, house, rows, marks, mass, listRef, selected, isReadOnly, onSelect }}
        onAsk={change}
        onClearAll={clearAll}
      />
    </div>
  )
}

/** The number of all stories, as last known: narrowing the list must not take it away. */
function useTotal({ total, isLoaded, shown }: RowsState): number | null {
  const [known, setKnown] = useState<number | null>(null)
  const isOfAll = isLoaded && listNarrowings(shown).length === 0
  useEffect(() => {
    if (isOfAll) setKnown(total)
  }, [total, isOfAll])
  return known
}
