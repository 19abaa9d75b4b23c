import type { DatabaseSync, SQLInputValue, SQLOutputValue } from 'node:sqlite'
import { DRAFT_STATUSES, type DraftStatus } from '../draft.ts'
import type { DraftList, DraftRow, ListRequest, QueuedStatus } from '../list.ts'
import { buildSearchExpression } from '../search.ts'
import { runInTransaction } from './index-database.ts'

const DEFAULT_LIMIT = 50
const MAXIMUM_LIMIT = 100_000

/** The outbox's word stands above the ledger's and the review's, but not above the trash or a withdrawal. */
const STATUS = `CASE WHEN drafts.status IN ('trashed', 'withdrawn') THEN drafts.status
                ELSE coalesce(queued.status, drafts.status) END`
const COLUMNS = `drafts.id, drafts.headline, drafts.slug, drafts.revision, drafts.updated_at, drafts.words,
                 drafts.place, ${STATUS} AS status`

/** Lists drafts, newest first. Whatever is typed as a query is looked for as words; nothing in it is an operator. */
export function listDrafts(database: DatabaseSync, request: ListRequest): DraftList {
  const expression = buildSearchExpression(request.query ?? '')
  const filter = getFilter(request.status)
  const source = expression === null ? 'drafts' : 'texts CROSS JOIN drafts ON drafts.position = texts.rowid'
  const condition = expression === null ? filter.sql : `texts MATCH ? AND ${filter.sql}`
  const values = expression === null ? filter.values : [expression, ...filter.values]
  const order = expression === null ? 'drafts.position' : 'texts.rowid'
  const snippet = expression === null ? '' : `, snippet(texts, -1, char(2), char(3), '…', 16) AS snippet`
  const count = database.prepare(`SELECT count(*) AS total FROM ${source} WHERE ${condition}`).get(...values)
  const rows = database
    .prepare(
      `SELECT ${COLUMNS}${snippet} FROM ${source} LEFT JOIN temp.queued ON queued.id = drafts.id
       WHERE ${condition} ORDER BY ${order} DESC LIMIT ? OFFSET ?`,
    )
    .all(...values, clampLimit(request.limit), Math.max(0, Math.trunc(request.offset ?? 0)))
  return { total: Number(count?.['total']), drafts: rows.map(toDraftRow) }
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
function getFilter(status: DraftStatus | undefined): Filter {
  if (status === undefined) return { sql: `drafts.status <> 'trashed'`, values: [] }
  if (status === 'trashed' || status === 'withdrawn') return { sql: 'drafts.status = ?', values: [status] }
  if (status === 'queued' || status === 'scheduled') {
    const sql = `drafts.id IN (SELECT id FROM temp.queued WHERE status = ?) AND drafts.status NOT IN ('trashed', 'withdrawn')`
    return { sql, values: [status] }
  }
  return { sql: 'drafts.status = ? AND drafts.id NOT IN (SELECT id FROM temp.queued)', values: [status] }
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
