import type { DatabaseSync } from 'node:sqlite'
import { DRAFT_STATUSES } from '../draft.ts'
import type { ListChoice, ListChoices, ListFilter } from '../list.ts'
import { isOverlaid, selectDrafts } from './index-filter.ts'
import { STATUS } from './index-queries.ts'

/** Drafts that are alike in all that they are chosen by. */
interface Cell {
  readonly status: string
  readonly place: string | null
  readonly month: string
  readonly writers: readonly string[]
  readonly count: number
}

type Dimension = 'status' | 'place' | 'writer' | 'month'

/**
 * What a list can be narrowed to. It is counted in one pass over what the search leaves: a draft counts in a dimension
 * when everything but that dimension speaks for it.
 */
export function listChoices(database: DatabaseSync, filter: ListFilter): ListChoices {
  const counts = { status: new Counts(), place: new Counts(), writer: new Counts(), month: new Counts() }
  for (const cell of readCells(database, filter)) {
    const misses = listMisses(cell, filter)
    const open: readonly Dimension[] = misses.length === 0 ? ['status', 'place', 'writer', 'month'] : misses
    if (misses.length > 1) continue
    for (const dimension of open)
      for (const value of getValues(cell, dimension)) counts[dimension].add(value, cell.count)
  }
  return {
    statuses: DRAFT_STATUSES.flatMap((value) => {
      const count = counts.status.get(value)
      return count === undefined ? [] : [{ value, count }]
    }),
    places: counts.place.list((a, b) => b.count - a.count || compare(a.value, b.value)),
    writers: counts.writer.list((a, b) => b.count - a.count || compare(a.value, b.value)),
    months: counts.month.list((a, b) => compare(b.value, a.value)),
  }
}

class Counts extends Map<string, number> {
  add(value: string, count: number): void {
    this.set(value, (this.get(value) ?? 0) + count)
  }

  list(order: (a: ListChoice, b: ListChoice) => number): readonly ListChoice[] {
    return Array.from(this, ([value, count]) => ({ value, count })).sort(order)
  }
}

function* readCells(database: DatabaseSync, { query }: ListFilter): Generator<Cell> {
  const { from, values } = selectDrafts(database, query === undefined ? {} : { query })
  const overlay = isOverlaid(database) ? 'LEFT JOIN temp.queued ON queued.id = drafts.id' : ''
  const status = overlay === '' ? 'drafts.status' : STATUS
  const rows = database
    .prepare(
      `SELECT ${status} AS status, drafts.place, drafts.month, drafts.writers, count(*) AS count
       FROM ${from} ${overlay} ${values.length === 0 ? '' : 'WHERE texts MATCH ?'} GROUP BY 1, 2, 3, 4`,
    )
    .iterate(...values)
  for (const row of rows) {
    const { place, month, writers, count } = row
    yield {
      status: String(row['status']),
      place: typeof place === 'string' ? place : null,
      month: String(month),
      writers: String(writers).split(' ').filter(Boolean),
      count: Number(count),
    }
  }
}

function listMisses(cell: Cell, { status, place, writer, month }: ListFilter): readonly Dimension[] {
  const misses: Dimension[] = []
  if (status === undefined ? cell.status === 'trashed' : cell.status !== status) misses.push('status')
  if (place !== undefined && cell.place !== place) misses.push('place')
  if (writer !== undefined && !cell.writers.includes(writer)) misses.push('writer')
  if (month !== undefined && cell.month !== month) misses.push('month')
  return misses
}

function getValues(cell: Cell, dimension: Dimension): readonly string[] {
  if (dimension === 'writer') return [...new Set(cell.writers)]
  const value = cell[dimension]
  return value === null ? [] : [value]
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}
