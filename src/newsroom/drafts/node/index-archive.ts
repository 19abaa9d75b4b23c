import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import { getArchiveStatus, type Archive, type ArchiveRow } from '../archive.ts'
import { parsePublicationRecords } from './index-source.ts'

/** Every month in which something went out, and the stories of one: the one asked for, else the latest. */
export function readArchive(database: DatabaseSync, { month }: { readonly month?: string }): Archive {
  const months = database
    .prepare('SELECT month AS value, count(*) AS count FROM publications GROUP BY month ORDER BY month DESC')
    .all()
    .map(({ value, count }) => ({ value: String(value), count: Number(count) }))
  const shown = month ?? months[0]?.value ?? null
  if (shown === null) return { months, month: null, rows: [] }
  const rows = database
    .prepare(
      `SELECT drafts.id, drafts.headline, publications.published_at, publications.records
       FROM publications JOIN drafts ON drafts.position = publications.position
       WHERE publications.month = ? ORDER BY publications.published_at DESC, publications.position DESC`,
    )
    .all(shown)
  return { months, month: shown, rows: rows.map(toArchiveRow) }
}

function toArchiveRow(row: Record<string, SQLOutputValue>): ArchiveRow {
  const targets = parsePublicationRecords(JSON.parse(String(row['records'])))
  return {
    id: String(row['id']),
    headline: String(row['headline']),
    status: getArchiveStatus(targets),
    publishedAt: String(row['published_at']),
    targets,
  }
}
