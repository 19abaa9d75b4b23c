import {
  ListBox,
  ListBoxItem,
  ListBoxLoadMoreItem,
  ListLayout,
  Text,
  Virtualizer,
} from 'react-aria-components'
import { useTexts } from '../../../base/ui/texts.tsx'
import { formatAge, formatNumber } from '../../../base/ui/time.ts'
import type { DraftRow } from '../list.ts'
import { markOfficeName } from './office-name.ts'
import { showHeadline } from './shown-headline.ts'
import { splitSnippet } from './snippet.ts'
import { StatusGlyph } from './status-glyph.tsx'
import type { DraftListState } from './use-draft-list.ts'

const ROW_HEIGHT = 76

export interface DraftListProps {
  readonly list: DraftListState & { loadMore: () => void }
  /** The office's own name: it opens most headlines, so the words that differ stand out instead. */
  readonly office: string
  readonly selected: string | null
  readonly onSelect: (id: string) => void
}

/** The stories of the library, one row a story. Only the rows in sight are in the page. */
export function DraftList({ list, office, selected, onSelect }: DraftListProps) {
  const { translate } = useTexts()
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: ROW_HEIGHT }}>
      <ListBox
        aria-label={translate('app.list')}
        className="draft-list"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={selected === null ? [] : [selected]}
        onSelectionChange={(keys) => {
          const [id] = keys === 'all' ? [] : keys
          if (id !== undefined) onSelect(String(id))
        }}
        renderEmptyState={() => <EmptyList list={list} />}
      >
        {list.rows.map((row) => (
          <DraftItem key={row.id} row={row} office={office} />
        ))}
        <ListBoxLoadMoreItem onLoadMore={list.loadMore} isLoading={false} />
      </ListBox>
    </Virtualizer>
  )
}

function DraftItem({ row, office }: { readonly row: DraftRow; readonly office: string }) {
  const { translate, locale } = useTexts()
  const headline = row.headline === '' ? translate('app.row.untitled') : showHeadline(row.headline)
  return (
    <ListBoxItem id={row.id} textValue={headline} className="draft-row">
      <Text slot="label" className="draft-row-headline">
        {markOfficeName(headline, office).map(({ text, isOffice }, i) => (
          <span key={i} className={isOffice ? 'office-name' : undefined}>
            {text}
          </span>
        ))}
      </Text>
      <Text slot="description" className="draft-row-facts">
        {row.snippet === undefined ? <StatusGlyph status={row.status} /> : <Snippet text={row.snippet} />}
        <span>
          {row.snippet === undefined
            ? translate('app.row.words', { count: formatNumber(row.words, locale) })
            : ''}
        </span>
        <span>{formatAge(row.updatedAt, locale, Date.now())}</span>
      </Text>
    </ListBoxItem>
  )
}

function Snippet({ text }: { readonly text: string }) {
  return (
    <span className="snippet">
      {splitSnippet(text).map(({ words, isFound }, i) => (isFound ? <mark key={i}>{words}</mark> : words))}
    </span>
  )
}

function EmptyList({ list }: { readonly list: DraftListState }) {
  const { translate } = useTexts()
  if (list.error !== null) {
    const reason = translate(list.error.code, list.error.details)
    return <p className="empty">{translate('app.list.failed', { reason })}</p>
  }
  if (!list.isLoaded) return <p className="empty is-late">{translate('app.list.loading')}</p>
  if (list.shown.query !== '')
    return <p className="empty">{translate('app.list.nothing', { query: list.shown.query })}</p>
  return (
    <p className="empty">
      {translate(list.shown.status === null ? 'app.list.empty' : 'app.list.nothing-filter')}
    </p>
  )
}
