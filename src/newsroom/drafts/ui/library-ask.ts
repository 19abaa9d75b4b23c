import type { DraftStatus } from '../draft.ts'
import { LIST_SORTS, type ListFilter, type ListSort } from '../list.ts'

/** What the library is asked to show: what narrows it, null where nothing does, and the order. */
export interface LibraryAsk {
  readonly query: string
  readonly status: DraftStatus | null
  readonly place: string | null
  readonly writer: string | null
  readonly month: string | null
  readonly sort: ListSort
}

/** What can narrow the list. */
export const NARROWINGS = ['query', 'status', 'place', 'writer', 'month'] as const
export type Narrowing = (typeof NARROWINGS)[number]

/** Everything there is, but for the trash. */
export const NOT_NARROWED = { query: '', status: null, place: null, writer: null, month: null } as const

/** The narrowings that are on, in their order. */
export function listNarrowings(ask: LibraryAsk): readonly Narrowing[] {
  return NARROWINGS.filter((each) => ask[each] !== NOT_NARROWED[each])
}

/** As the services are asked for it. */
export function toFilter({ query, status, place, writer, month }: LibraryAsk): ListFilter {
  return {
    ...(query === '' ? {} : { query }),
    ...(status === null ? {} : { status }),
    ...(place === null ? {} : { place }),
    ...(writer === null ? {} : { writer }),
    ...(month === null ? {} : { month }),
  }
}

const SORT_KEY = 'redaksi.sort'

/** The order that was chosen on this machine last. */
export function readSort(): ListSort {
  const kept = localStorage.getItem(SORT_KEY)
  return LIST_SORTS.find((each) => each === kept) ?? 'newest'
}

/** Remembers an order on this machine. */
export function keepSort(sort: ListSort): void {
  localStorage.setItem(SORT_KEY, sort)
}
