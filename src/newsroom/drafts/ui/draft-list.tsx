import { useCallback, useRef, type KeyboardEvent, type MouseEvent, type Ref } from 'react'
import { useTexts } from '../../../base/ui/texts.tsx'
import type { DraftRow } from '../list.ts'
import { DraftItem, nameRow } from './draft-row.tsx'
import { readListKey } from './list-keys.ts'
import { getRow } from './row-store.ts'
import { ROW_HEIGHT, scrollTo } from './row-window.ts'
import type { DraftRows } from './use-draft-rows.ts'
import { findIndex, useListCursor } from './use-list-cursor.ts'
import type { Marks } from './use-marks.ts'
import { useRowWindow } from './use-row-window.ts'

export interface DraftListProps {
  readonly rows: DraftRows
  /** The office's own name: it opens most headlines, so the words that differ stand out instead. */
  readonly office: string
  readonly selected: string | null
  readonly marks: Marks
  readonly describeTrash: ((row: DraftRow) => string) | null
  readonly listRef: Ref<HTMLDivElement>
  readonly onSelect: (id: string) => void
  /** Does away with what is marked, or with the one that the cursor is on. */
  readonly onDiscard: (ids: readonly string[]) => void
}

/**
 * The stories of the library, one row a story, however many there are: only the rows in sight are in the page. The list
 * keeps the focus, and says which of its rows the cursor is on.
 */
export function DraftList(props: DraftListProps) {
  const { rows, office, selected, marks, describeTrash, listRef } = props
  const { translate } = useTexts()
  const { total } = rows.state
  const box = useRef<HTMLDivElement | null>(null)
  const { window: sight, watch, onScroll } = useRowWindow(rows, box)
  const { cursor, press, onKeyDown, onFocus } = useListActs(props, box)
  const attach = useCallback(
    (element: HTMLDivElement | null) => {
      box.current = element
      if (typeof listRef === 'function') listRef(element)
      else if (listRef !== null) listRef.current = element
      return watch(element)
    },
    [listRef, watch],
  )
  const indexes = Array.from({ length: Math.max(0, sight.to - sight.from) }, (_, i) => sight.from + i)
  return (
    <div
      ref={attach}
      role="listbox"
      tabIndex={0}
      className="draft-list"
      aria-label={translate('app.list')}
      aria-multiselectable
      aria-activedescendant={total === 0 ? undefined : nameRow(cursor.index)}
      onScroll={onScroll}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
    >
      <div className="draft-list-rows" style={{ height: total * ROW_HEIGHT }}>
        {indexes.map((index) => {
          const row = getRow(rows.state, index)
          const [isOpen, isMarked] = [row?.id === selected, row !== null && marks.ids.has(row.id)]
          return (
            <DraftItem
              key={index}
              {...{ row, index, total, office, describeTrash, isMarked, isOpen }}
              isSelected={isMarked || (isOpen && marks.ids.size === 0)}
              isActive={index === cursor.index}
              onPress={press}
            />
          )
        })}
      </div>
    </div>
  )
}

/** What keys and the mouse do in the list. */
function useListActs(
  { rows: { state }, selected, marks, onSelect, onDiscard }: DraftListProps,
  box: { readonly current: HTMLDivElement | null },
) {
  const { cursor, put } = useListCursor(state)
  const open = (index: number) => {
    const row = getRow(state, index)
    if (row !== null) onSelect(row.id)
  }
  const move = (to: number, extend: boolean) => {
    const index = Math.max(0, Math.min(to, state.total - 1))
    put(index, extend ? cursor.anchor : index)
    if (extend) marks.markStretch(cursor.anchor, index)
    const list = box.current
    if (list !== null) list.scrollTop = scrollTo(index, list.scrollTop, list.clientHeight)
  }
  const toggle = (index: number) => {
    const row = getRow(state, index)
    if (row !== null) marks.toggle(row.id)
    put(index, index)
  }
  const discard = () => {
    const row = getRow(state, cursor.index)
    if (marks.ids.size > 0) onDiscard([...marks.ids])
    else if (row !== null) onDiscard([row.id])
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const key = readListKey(event)
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / ROW_HEIGHT) - 1)
    if (key === null || state.total === 0 || (key.kind === 'escape' && marks.ids.size === 0)) return
    event.preventDefault()
    if (key.kind === 'move') move(key.to(cursor.index, state.total - 1, page), key.extend)
    else if (key.kind === 'open') open(cursor.index)
    else if (key.kind === 'toggle') toggle(cursor.index)
    else if (key.kind === 'all') marks.markAll()
    else if (key.kind === 'escape') marks.clear()
    else discard()
  }
  const press = usePress({ cursor, put, marks, onSelect })
  const onFocus = () => {
    const index = selected === null ? null : findIndex(state, selected)
    if (cursor.id === null && index !== null) put(index, index)
  }
  return { cursor, press, onKeyDown, onFocus }
}

interface PressParts extends Pick<DraftListProps, 'marks' | 'onSelect'> {
  readonly cursor: { readonly anchor: number }
  readonly put: (index: number, anchor: number) => void
}

/** A press opens a row; with Ctrl it marks it, with Shift it marks from where one was. It stays one function for all rows. */
function usePress(parts: PressParts) {
  const newest = useRef(parts)
  newest.current = parts
  return useCallback((index: number, id: string, { ctrlKey, metaKey, shiftKey }: MouseEvent) => {
    const { cursor, put, marks, onSelect } = newest.current
    if (shiftKey) {
      put(index, cursor.anchor)
      return marks.markStretch(cursor.anchor, index)
    }
    put(index, index)
    if (ctrlKey || metaKey) return marks.toggle(id)
    marks.clear()
    onSelect(id)
  }, [])
}
