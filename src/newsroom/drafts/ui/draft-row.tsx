import { memo, type MouseEvent } from 'react'
import { useTexts } from '../../../base/ui/texts.tsx'
import { formatAge, formatNumber } from '../../../base/ui/time.ts'
import type { DraftRow } from '../list.ts'
import { cutHeadline } from './headline-pieces.ts'
import { ROW_HEIGHT } from './row-window.ts'
import { getTellingSnippet, splitSnippet } from './snippet.ts'
import { StatusGlyph } from './status-glyph.tsx'

export interface DraftItemProps {
  /** Null while it is being loaded: its place is kept. */
  readonly row: DraftRow | null
  readonly index: number
  readonly total: number
  readonly office: string
  readonly isOpen: boolean
  readonly isSelected: boolean
  readonly isMarked: boolean
  readonly isActive: boolean
  readonly onPress: (index: number, id: string, event: MouseEvent) => void
  /** What a row in the trash says in the place of its status: when it goes. */
  readonly describeTrash: ((row: DraftRow) => string) | null
}

/** The id of a row's element, by which the list says where its cursor is. */
export function nameRow(index: number): string {
  return `draft-row-${index}`
}

/** One story of the list, named by its headline. It is drawn anew only when something of it has changed. */
export const DraftItem = memo(function DraftItem(props: DraftItemProps) {
  const { row, index, total, isOpen, isSelected, isMarked, isActive, onPress } = props
  const id = nameRow(index)
  return (
    <div
      id={id}
      role="option"
      className="draft-row"
      style={{ top: index * ROW_HEIGHT }}
      aria-selected={isSelected}
      aria-posinset={index + 1}
      aria-setsize={total}
      aria-labelledby={`${id}-name`}
      aria-describedby={`${id}-facts`}
      data-open={isOpen || undefined}
      data-marked={isMarked || undefined}
      data-active={isActive || undefined}
      onClick={row === null ? undefined : (event) => onPress(index, row.id, event)}
    >
      {row === null ? <Waiting id={id} /> : <Facts {...props} id={id} row={row} />}
    </div>
  )
})

function Waiting({ id }: { readonly id: string }) {
  const { translate } = useTexts()
  return (
    <span id={`${id}-name`} className="draft-row-waiting">
      {translate('app.list.loading')}
    </span>
  )
}

function Facts({
  id,
  row,
  office,
  describeTrash,
}: DraftItemProps & { readonly id: string; readonly row: DraftRow }) {
  const { translate, locale } = useTexts()
  const snippet = getTellingSnippet(row)
  const words = translate('app.row.words', { count: formatNumber(row.words, locale) })
  return (
    <>
      <span id={`${id}-name`} className="draft-row-headline">
        {row.headline === '' ? translate('app.row.untitled') : <Headline row={row} office={office} />}
      </span>
      <span id={`${id}-facts`} className="draft-row-facts">
        {snippet !== null ? (
          <Snippet text={snippet} />
        ) : describeTrash === null ? (
          <StatusGlyph status={row.status} />
        ) : (
          <span>{describeTrash(row)}</span>
        )}
        <span>
          {row.isSample === true ? `${translate('app.row.sample')} · ` : ''}
          {snippet === null && describeTrash === null ? words : ''}
        </span>
        <span>{formatAge(row.trashedAt ?? row.updatedAt, locale, Date.now())}</span>
      </span>
    </>
  )
}

function Headline({ row, office }: { readonly row: DraftRow; readonly office: string }) {
  return cutHeadline(row, office).map(({ text, isOffice, isFound }, i) => {
    const className = isOffice ? 'office-name' : undefined
    return isFound ? (
      <mark key={i} className={className}>
        {text}
      </mark>
    ) : (
      <span key={i} className={className}>
        {text}
      </span>
    )
  })
}

function Snippet({ text }: { readonly text: string }) {
  return (
    <span className="snippet">
      {splitSnippet(text).map(({ words, isFound }, i) => (isFound ? <mark key={i}>{words}</mark> : words))}
    </span>
  )
}
