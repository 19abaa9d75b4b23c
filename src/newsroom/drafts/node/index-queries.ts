import type { DatabaseSync, SQLInputValue, SQLOutputValue } from 'node:sqlite'
import { DRAFT_STATUSES, type DraftStatus } from '../draft.ts'
import type { DraftList, DraftRow, ListRequest, ListSort, QueuedStatus } from '../list.ts'
import { buildSearchExpression } from '../search.ts'
import { runInTransaction } from './index-database.ts'
import { isOverlaid, limitToText, selectDrafts, type Selection } from './index-filter.ts'
import { getFlag } from './index-writer.ts'

const DEFAULT_LIMIT = 50
const MAXIMUM_LIMIT = 100_000

/** The outbox's word stands above the ledger's and the review's, but not above the trash or a withdrawal. */
export const STATUS = `CASE WHEN drafts.status IN ('trashed', 'withdrawn') THEN drafts.status
                ELSE coalesce(queued.status, drafts.status) END`
const COLUMNS = `drafts.id, drafts.headline, drafts.slug, drafts.revision, drafts.updated_at, drafts.words,
                 drafts.place, drafts.trashed_at, drafts.is_public, ${STATUS} AS status`
/** The snippet is of the story's own text where that holds a find, else of whatever does. */
const FINDS = `highlight(texts, 0, char(2), char(3)) AS found,
               snippet(texts, 1, char(2), char(3), '…', 16) AS body_snippet,
               snippet(texts, -1, char(2), char(3), '…', 16) AS any_snippet`

/** Where there is a tie, the newest comes first. */
const ORDERS: Readonly<Record<ListSort, string>> = {
  newest: 'drafts.position DESC',
  headline: `(drafts.headline = ''), drafts.headline COLLATE NOCASE, drafts.position`,
  event: 'drafts.event DESC, drafts.position DESC',
  length: 'drafts.words DESC, drafts.position DESC',
}

/** Lists drafts, newest first unless told. */
export function listDrafts(database: DatabaseSync, request: ListRequest): DraftList {
  const selection = selectDrafts(database, request)
  return { total: countDrafts(database, selection, request), drafts: readPage(database, selection, request) }
}

/** The ids of a list, in its order. */
export function listIds(database: DatabaseSync, request: ListRequest): readonly string[] {
  const selection = selectDrafts(database, request)
  const { from, where, values } = selection
  const rows = database
    .prepare(
      `SELECT drafts.id FROM ${from} WHERE ${where} ORDER BY ${getOrder(selection, request)} LIMIT ? OFFSET ?`,
    )
    .all(...values, clampLimit(request.limit ?? MAXIMUM_LIMIT), clampOffset(request.offset))
  return rows.map(({ id }) => String(id))
}

function readPage(database: DatabaseSync, selection: Selection, request: ListRequest): readonly DraftRow[] {
  const { isSearch, from, where, values } = selection
  const rows = database
    .prepare(
      `SELECT ${COLUMNS}${isSearch ? `, ${FINDS}` : ''} FROM ${from} LEFT JOIN temp.queued ON queued.id = drafts.id
       WHERE ${where} ORDER BY ${getOrder(selection, request)} LIMIT ? OFFSET ?`,
    )
    .all(...values, clampLimit(request.limit), clampOffset(request.offset))
  return rows.map(toDraftRow)
}

function getOrder({ isSearch }: Selection, { sort = 'newest' }: ListRequest): string {
  return isSearch && sort === 'newest' ? 'texts.rowid DESC' : ORDERS[sort]
}

/** How many there are in all. What is kept as a sum, or can be counted in the full text alone, is not counted by walking. */
function countDrafts(database: DatabaseSync, selection: Selection, request: ListRequest): number {
  const { query = '', status, place, writer, month } = request
  const { from, where, values } = selection
  const isNarrowed = place !== undefined || writer !== undefined || month !== undefined
  if (isNarrowed || isOverlaid(database))
    return readCount(database, `SELECT count(*) AS count FROM ${from} WHERE ${where}`, values)
  const expression = buildSearchExpression(query)
  return expression === null ? readTotal(database, status) : countMatches(database, expression, status)
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

/**
 * Drafts that went into the trash, and were changed last, before an ISO instant, and that no target is known to show. A
 * clock that was wrong when one went in does not make it older than its text.
 */
export function findExpired(database: DatabaseSync, before: string): readonly string[] {
  const rows = database
    .prepare(
      `SELECT id FROM drafts WHERE status = 'trashed' AND trashed_at < ? AND updated_at < ? AND is_public = 0
       ORDER BY position`,
    )
    .all(before, before)
  return rows.map(({ id }) => String(id))
}

/** Replaces what the outbox says of drafts. */
export function setQueuedStatuses(database: DatabaseSync, statuses: ReadonlyMap<string, QueuedStatus>): void {
  const insert = database.prepare('INSERT INTO temp.queued (id, status) VALUES (?, ?)')
  runInTransaction(database, () => {
    database.exec('DELETE FROM temp.queued')
    for (const [id, status] of statuses) insert.run(id, status)
  })
}

function clampLimit(limit = DEFAULT_LIMIT): number {
  return Math.min(Math.max(0, Math.trunc(limit)), MAXIMUM_LIMIT)
}

function clampOffset(offset = 0): number {
  return Math.max(0, Math.trunc(offset))
}

function toDraftRow(row: Record<string, SQLOutputValue>): DraftRow {
  const { id, headline, slug, status, revision, updated_at: updatedAt, words, place } = row
  return {
    id: String(id),
    headline: String(headline),
    slug: String(slug),
    status: DRAFT_STATUSES.find((known) => known === status) ?? 'draft',
    revision: Number(revision),
    updatedAt: String(updatedAt),
    words: Number(words),
    place: toText(place),
    trashedAt: toText(row['trashed_at']),
    isPublic: row['is_public'] === 1,
    ...toFinds(row),
  }
}

function toText(value: SQLOutputValue | undefined): string | null {
  return typeof value === 'string' ? value : null
}

function toFinds({ found, body_snippet: body, any_snippet: any }: Record<string, SQLOutputValue>) {
  if (typeof found !== 'string' || typeof body !== 'string' || typeof any !== 'string') return {}
  return { found, snippet: body.includes('\u0002') ? body : any }
}
