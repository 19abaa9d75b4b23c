import { isRedaksiError, type RedaksiError } from '../../../base/errors.ts'
import type { DraftList, DraftRow, ListRequest } from '../list.ts'
import { toFilter, type LibraryAsk } from './library-ask.ts'

/** Rows are asked for by this many. */
export const PAGE = 100
/** How many pages are remembered: further ones are asked for again when they come into sight. */
const REMEMBERED = 40

/**
 * The list as far as it is known. `shown` is what the rows answer: the list never blinks while something else is asked.
 * A row that is not there yet is null.
 */
export interface RowsState {
  readonly pages: ReadonlyMap<number, readonly DraftRow[]>
  readonly total: number
  readonly shown: LibraryAsk
  readonly isLoaded: boolean
  readonly error: RedaksiError | null
}

/** The row at a place of the list, from 0; null while it is not loaded. */
export function getRow({ pages }: RowsState, index: number): DraftRow | null {
  return pages.get(Math.floor(index / PAGE))?.[index % PAGE] ?? null
}

type List = (request: ListRequest & { readonly limit: number }) => Promise<DraftList>

/** The rows of a list however long it is: only those in sight are asked for, one question at a time. */
export class RowStore {
  readonly #list: List
  readonly #listeners = new Set<() => void>()
  #state: RowsState
  #asked: LibraryAsk
  #sight = { from: 0, to: PAGE }
  #turn = 0
  #isFilling = false

  constructor(list: List, ask: LibraryAsk) {
    this.#list = list
    this.#asked = ask
    this.#state = { pages: new Map(), total: 0, shown: ask, isLoaded: false, error: null }
  }

  readonly getState = (): RowsState => this.#state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Asks for something else, from its top. An answer that this overtakes says nothing any more. */
  ask(asked: LibraryAsk): void {
    this.#asked = asked
    this.#sight = { from: 0, to: PAGE }
    void this.#replace()
  }

  /** Asks anew for what is in sight: the library has changed. */
  refresh(): Promise<void> {
    return this.#replace()
  }

  /** Says which rows are in sight, so that they are loaded next. */
  see(from: number, to: number): void {
    this.#sight = { from, to }
    void this.#fill()
  }

  /** Loads what is in sight, and forgets all else. */
  async #replace(): Promise<void> {
    this.#turn += 1
    const turn = this.#turn
    const asked = this.#asked
    const first = Math.floor(this.#sight.from / PAGE)
    const last = Math.max(first, Math.ceil(this.#sight.to / PAGE) - 1)
    try {
      const { total, pages } = await this.#load(asked, first, Math.min(last, first + 4))
      if (turn !== this.#turn) return
      this.#enter({ pages, total, shown: asked, isLoaded: true, error: null })
      void this.#fill()
    } catch (error) {
      if (!isRedaksiError(error)) throw error
      if (turn === this.#turn) this.#enter({ ...this.#state, error, shown: asked })
    }
  }

  /** Loads the pages in sight that are missing, one after the other: what went out of sight meanwhile is not asked for. */
  async #fill(): Promise<void> {
    if (this.#isFilling) return
    this.#isFilling = true
    try {
      for (let page = this.#findMissing(); page !== null; page = this.#findMissing()) {
        const turn = this.#turn
        const { shown } = this.#state
        const { total, pages } = await this.#load(shown, page, page)
        if (turn !== this.#turn || shown !== this.#state.shown) continue
        this.#enter({ ...this.#state, total, pages: this.#merge(pages) })
      }
    } catch (error) {
      if (!isRedaksiError(error)) throw error
      this.#enter({ ...this.#state, error })
    } finally {
      this.#isFilling = false
    }
  }

  async #load(ask: LibraryAsk, first: number, last: number) {
    const limit = (last - first + 1) * PAGE
    const { total, drafts } = await this.#list({
      ...toFilter(ask),
      sort: ask.sort,
      limit,
      offset: first * PAGE,
    })
    const pages = new Map<number, readonly DraftRow[]>()
    for (let page = first; page <= last; page += 1)
      pages.set(page, drafts.slice((page - first) * PAGE, (page - first + 1) * PAGE))
    return { total, pages }
  }

  #findMissing(): number | null {
    const { pages, total, isLoaded, error } = this.#state
    if (!isLoaded || error !== null) return null
    const last = Math.min(this.#sight.to, total) - 1
    for (let page = Math.floor(this.#sight.from / PAGE); page * PAGE <= last; page += 1)
      if (!pages.has(page)) return page
    return null
  }

  /** With those that are known already, as far as they are near. */
  #merge(fresh: ReadonlyMap<number, readonly DraftRow[]>): ReadonlyMap<number, readonly DraftRow[]> {
    const middle = (this.#sight.from + this.#sight.to) / 2 / PAGE
    const all = [...this.#state.pages, ...fresh].sort(
      ([a], [b]) => Math.abs(a - middle) - Math.abs(b - middle),
    )
    return new Map(all.slice(0, REMEMBERED))
  }

  #enter(state: RowsState): void {
    this.#state = state
    for (const listener of this.#listeners) listener()
  }
}
