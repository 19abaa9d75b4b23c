import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import type { DraftStatus } from '../draft.ts'
import type { ListFilter } from '../list.ts'
import { buildSearchExpression } from '../search.ts'

/** The drafts that a filter means, as parts of a query. */
export interface Selection {
  readonly isSearch: boolean
  readonly from: string
  readonly where: string
  readonly values: readonly SQLInputValue[]
}

/** A condition and what it compares with. */
interface Condition {
  readonly sql: string
  readonly values: readonly SQLInputValue[]
}

/** Whether the outbox says anything of any draft. */
export function isOverlaid(database: DatabaseSync): boolean {
  return database.prepare('SELECT 1 FROM temp.queued LIMIT 1').get() !== undefined
}

/**
 * Selects the drafts of a filter. Whatever is typed as a query is looked for as words; nothing in it is an operator.
 * The full text comes first: it is walked newest first, and the walk ends when the page is full.
 */
export function selectDrafts(database: DatabaseSync, filter: ListFilter): Selection {
  const expression = buildSearchExpression(filter.query ?? '')
  const conditions = listConditions(filter, isOverlaid(database))
  const sql = conditions.map((condition) => condition.sql).join(' AND ')
  const values = conditions.flatMap((condition) => condition.values)
  if (expression === null) return { isSearch: false, from: 'drafts', where: sql, values }
  return {
    isSearch: true,
    from: 'texts CROSS JOIN drafts ON drafts.position = texts.rowid',
    where: `texts MATCH ? AND ${sql}`,
    values: [[limitToText(expression), ...narrowText(filter)].join(' AND '), ...values],
  }
}

/** The same expression, in the columns that a person wrote. */
export function limitToText(expression: string): string {
  return `{headline body credit place tags} : (${expression})`
}

/**
 * A place and a writer stand in the full text, too. Looked for there, they leave few to look at; which of those have
 * exactly that place the condition says.
 */
function narrowText({ place, writer }: ListFilter): readonly string[] {
  const parts = [
    ['place', place],
    ['credit', writer],
  ] as const
  return parts.flatMap(([column, words]) =>
    words !== undefined && /[\p{L}\p{N}]/u.test(words) ? [`${column} : "${words.replaceAll('"', ' ')}"`] : [],
  )
}

function listConditions(
  { status, place, writer, month }: ListFilter,
  isOverlaid: boolean,
): readonly Condition[] {
  const conditions = [getStatusCondition(status, isOverlaid)]
  if (place !== undefined) conditions.push({ sql: 'drafts.place = ?', values: [place] })
  if (month !== undefined) conditions.push({ sql: 'drafts.month = ?', values: [month] })
  if (writer !== undefined) conditions.push({ sql: 'instr(drafts.writers, ?)', values: [` ${writer} `] })
  return conditions
}

/** A status as a condition that the index on the stored status can answer; the outbox's few ids come on top. */
function getStatusCondition(status: DraftStatus | undefined, isOverlaid: boolean): Condition {
  if (status === undefined) return { sql: `drafts.status <> 'trashed'`, values: [] }
  if (status === 'queued' || status === 'scheduled') {
    const sql = `drafts.id IN (SELECT id FROM temp.queued WHERE status = ?)
                 AND drafts.status NOT IN ('trashed', 'withdrawn')`
    return { sql, values: [status] }
  }
  const overlaid = isOverlaid && status !== 'trashed' && status !== 'withdrawn'
  const sql = overlaid
    ? 'drafts.status = ? AND drafts.id NOT IN (SELECT id FROM temp.queued)'
    : 'drafts.status = ?'
  return { sql, values: [status] }
}
