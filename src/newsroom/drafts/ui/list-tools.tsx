import { ListFilter as FilterIcon, X } from 'lucide-react'
import { Button } from '../../../base/ui/button.tsx'
import { createLate } from '../../../base/ui/late.tsx'
import { useTexts } from '../../../base/ui/texts.tsx'
import { formatNumber } from '../../../base/ui/time.ts'
import { useOpener } from '../../../base/ui/use-opener.ts'
import { LIST_SORTS } from '../list.ts'
import type { FilterFormProps } from './filter-form.tsx'
import { NOT_NARROWED } from './library-ask.ts'
import { describeNarrowing } from './narrowing-words.ts'

const FilterForm = createLate(async () => (await import('./filter-form.tsx')).FilterForm, { hold: true })

/** What has no place among the filters by status, which say themselves that they are on. */
const CHIPS = ['place', 'writer', 'month'] as const

/** The row above the list: what narrows it, how many are left, and in which order. */
export function ListTools({ total, ...form }: FilterFormProps & { readonly total: number | null }) {
  const { ask, staff, onAsk } = form
  const texts = useTexts()
  const { translate, locale } = texts
  const { button, opened } = useOpener('dialog')
  const chips = CHIPS.filter((each) => ask[each] !== null)
  return (
    <div className="list-tools">
      <Button {...button} isSmall icon={<FilterIcon size={14} strokeWidth={1.6} aria-hidden />}>
        {translate('library.filter')}
      </Button>
      {opened.isOpen ? <FilterForm {...form} {...opened} /> : null}
      <span role="status" className="list-total">
        {total === null ? '' : translate('library.total', { count: formatNumber(total, locale) })}
      </span>
      <select
        className="list-sort"
        aria-label={translate('library.sort')}
        value={ask.sort}
        onChange={({ target }) =>
          onAsk({ sort: LIST_SORTS.find((each) => each === target.value) ?? 'newest' })
        }
      >
        {LIST_SORTS.map((sort) => (
          <option key={sort} value={sort}>
            {translate(`library.sort.${sort}`)}
          </option>
        ))}
      </select>
      {chips.length === 0 ? null : (
        <ul className="list-chips" aria-label={translate('library.narrowed')}>
          {chips.map((each) => {
            const words = describeNarrowing(ask, each, texts, staff)
            return (
              <li key={each}>
                <Button
                  isSmall
                  look="soft"
                  aria-label={translate('library.without', { words })}
                  onPress={() => onAsk({ [each]: NOT_NARROWED[each] })}
                >
                  {words} <X size={12} strokeWidth={1.6} aria-hidden />
                </Button>
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}
