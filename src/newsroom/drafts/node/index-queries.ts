import type { DatabaseSync, SQLInputValue, SQLOutputValue } from 'node:sqlite'
import { DRAFT_STATUSES, type DraftStatus } from '../draft.ts'
import type { DraftList, DraftRow, ListRequest, QueuedStatus } from '../list.ts'
import { buildSearchExpression } from '../search.ts'
import { runInTransaction } from './index-database.ts'
import { getFlag } from './index-writer.ts'

const DEFAULT_LIMIT = 50
const MAXIMUM_LIMIT = 100_000

/** The outbox's word stands above the ledger's and the review's, but not above the trash or a withdrawal. */
const STATUS = `CASE WHEN drafts.status IN ('trashed', 'withdrawn') THEN drafts.status
                ELSE coalesce(queued.status, drafts.status) END`
const COLUMNS = `drafts.id, drafts.headline, drafts.slug, drafts.revision, drafts.updated_at, drafts.words,
                 drafts.place, ${STATUS} AS status`

/** Lists drafts, newest first. Whatever is typed as a query is looked for as words; nothing in it is an operator. */
export function listDrafts(database: DatabaseSync, request: ListRequest): DraftList {
  const { status } = request
  const expression = buildSearchExpression(request.query ?? '')
  const isOverlaid = database.prepare('SELECT 1 FROM temp.queued LIMIT 1').get() !== undefined
  const selection = select(expression, getFilter(status, isOverlaid))
  const drafts = readPage(database, selection, request)
  if (isOverlaid) return { total: countSelection(database, selection), drafts }
  const total = expression === null ? readTotal(database, status) : countMatches(database, expression, status)
  return { total, drafts }
}

interface Selection {
  readonly isSearch: boolean
  readonly from: string
  readonly where: string
  readonly values: readonly SQLInputValue[]
}

/** The full text first: it is walked newest first, and the walk ends when the page is full. */
function select(expression: string | null, filter: Filter): Selection {
  if (expression === null)
    return { isSearch: false, from: 'drafts', where: filter.sql, values: filter.values }
  return {
    isSearch: true,
    from: 'texts CROSS JOIN drafts ON drafts.position = texts.rowid',
    where: `texts MATCH ? AND ${filter.sql}`,
    values: [limitToText(expression), ...filter.values],
  }
}

function readPage(
  database: DatabaseSync,
  { isSearch, from, where, values }: Selection,
  { limit, offset = 0 }: ListRequest,
): readonly DraftRow[] {
  const snippet = isSearch ? `, snippet(texts, -1, char(2), char(3), '…', 16) AS snippet` : ''
  const order = isSearch ? 'texts.rowid' : 'drafts.position'
  const rows = database
    .prepare(
      `SELECT ${COLUMNS}${snippet} FROM ${from} LEFT JOIN temp.queued ON queued.id = drafts.id
       WHERE ${where} ORDER BY ${order} DESC LIMIT ? OFFSET ?`,
    )
    .all(...values, clampLimit(limit), Math.max(0, Math.trunc(offset)))
  return rows.map(toDraftRow)
}

function countSelection(database: DatabaseSync, { from, where, values }: Selection): number {
  return readCount(database, `SELECT count(*) AS count FROM ${from} WHERE ${where}`, values)
}

function readTotal(database: DatabaseSync, status: DraftStatus | undefined): number {
  const condition = status === undefined ? `status <> 'trashed'` : 'status = ?'
  const sql = `SELECT coalesce(sum(count), 0) AS count FROM totals WHERE ${condition}`
  return readCount(database, sql, status === undefined ? [] : [status])
}

function countMatches(database: DatabaseSync, expression: string, status: DraftStatus | undefined): number {
  const flag = status === undefined ? `NOT flag : "${getFlag('trashed')}"` : `AND flag : "${getFlag(status)}"`
  const sql = 'SELECT count(*) AS count FROM texts WHERE texts MATCH ?'
  return readCount(database, sql, [`(${limitToText(expression)}) ${flag}`])
}

/** The same expression, in the columns that a person wrote. */
function limitToText(expression: string): string {
  return `{headline body credit place tags} : (${expression})`
}

function readCount(database: DatabaseSync, sql: string, values: readonly SQLInputValue[]): number {
  return Number(database.prepare(sql).get(...values)?.['count'])
}

/** The id of the draft that came from this source, or null. */
export function findBySource(database: DatabaseSync, sha256: string): string | null {
  const row = database.prepare('SELECT id FROM drafts WHERE source = ? ORDER BY position LIMIT 1').get(sha256)
  return row === undefined ? null : String(row['id'])
}

/** Whether another draft than `exceptId` has the slug. */
export function isSlugTaken(database: DatabaseSync, slug: string, exceptId: string): boolean {
  return (
    database.prepare('SELECT 1 FROM drafts WHERE slug = ? AND id <> ? LIMIT 1').get(slug, exceptId) !==
    undefined
  )
}

/** Replaces what the outbox says of drafts. */
export function setQueuedStatuses(database: DatabaseSync, statuses: ReadonlyMap<string, QueuedStatus>): void {
  const insert = database.prepare('INSERT INTO temp.queued (id, status) VALUES (?, ?)')
  runInTransaction(database, () => {
    database.exec('DELETE FROM temp.queued')
    for (const [id, status] of statuses) insert.run(id, status)
  })
}

interface Filter {
  readonly sql: string
  readonly values: readonly SQLInputValue[]
}

/** A status as a condition that the index on the stored status can answer; the outbox's few ids come on top. */
function getFilter(status: DraftStatus | undefined, isOverlaid: boolean): Filter {
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

function clampLimit(limit = DEFAULT_LIMIT): number {
  return Math.min(Math.max(0, Math.trunc(limit)), MAXIMUM_LIMIT)
}

function toDraftRow(row: Record<string, SQLOutputValue>): DraftRow {
  const { id, headline, slug, status, revision, updated_at: updatedAt, words, place, snippet } = row
  return {
    id: String(id),
    headline: String(headline),
    slug: String(slug),
    status: DRAFT_STATUSES.find((known) => known === status) ?? 'draft',
    revision: Number(revision),
    updatedAt: String(updatedAt),
    words: Number(words),
    place: place === null || place === undefined ? null : String(place),
    ...(typeof snippet === 'string' ? { snippet } : {}),
  }
}
