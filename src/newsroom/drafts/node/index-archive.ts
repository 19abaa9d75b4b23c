import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import { z } from 'zod'
import {
  getArchiveStatus,
  type Archive,
  type ArchiveRow,
  type MonthRange,
  type PublishedStory,
} from '../archive.ts'
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

/** The stories that first went out in some months, the earliest first, with what they say of themselves. */
export function listPublished(database: DatabaseSync, { from, to }: MonthRange): readonly PublishedStory[] {
  return database
    .prepare(
      `SELECT drafts.id, drafts.headline, publications.published_at, publications.records, publications.facts
       FROM publications JOIN drafts ON drafts.position = publications.position
       WHERE publications.month BETWEEN ? AND ? ORDER BY publications.month, publications.published_at`,
    )
    .all(from, to)
    .map((row) => ({ ...toArchiveRow(row), ...factsSchema.parse(JSON.parse(String(row['facts']))) }))
}

const factsSchema = z.object({
  template: z.string().nullable(),
  categories: z.array(z.string()),
  place: z.string().nullable(),
  writers: z.array(z.string()),
  editors: z.array(z.string()),
  photographers: z.array(z.string()),
})

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
