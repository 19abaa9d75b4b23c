import type { DatabaseSync } from 'node:sqlite'
import type { Draft, DraftStatus } from '../draft.ts'
import { getSearchText } from '../search.ts'
import { countWords } from '../words.ts'

/** What is put into the index of one draft. Without a draft its file is noted alone, to be read again when it changes. */
export interface IndexRow {
  readonly id: string
  readonly signature: string
  readonly draft: Draft | null
  readonly status: DraftStatus
}

/** Puts drafts into the index and takes them out. Callers wrap it in a transaction. */
export interface IndexWriter {
  put(rows: readonly IndexRow[]): void
  remove(ids: readonly string[]): void
}

/**
 * Positions that one order may take: drafts that were copied by hand have the same one. Order and this many make the
 * position, an exact number below 2^53.
 */
const SLOTS = 2 ** 20

/** Prepares the statements once. */
export function createIndexWriter(database: DatabaseSync): IndexWriter {
  const find = database.prepare('SELECT position FROM drafts WHERE id = ?')
  const removeDraft = database.prepare('DELETE FROM drafts WHERE position = ?')
  const removeText = database.prepare('DELETE FROM texts WHERE rowid = ?')
  const removeFile = database.prepare('DELETE FROM files WHERE id = ?')
  const insertDraft = database.prepare(
    `INSERT INTO drafts (position, id, revision, headline, slug, updated_at, words, place, source, status)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const insertText = database.prepare(
    'INSERT INTO texts (rowid, headline, body, credit, place, tags, flag) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  const putFile = database.prepare('INSERT OR REPLACE INTO files (id, signature) VALUES (?, ?)')
  const highest = database.prepare(
    'SELECT max(position) AS position FROM drafts WHERE position >= ? AND position < ?',
  )
  const isTaken = database.prepare('SELECT 1 FROM drafts WHERE position = ?')

  /** Takes rows out and returns where their texts stand, which go later. */
  function removeRows(ids: readonly string[]): readonly number[] {
    return ids.flatMap((id) => {
      const position = find.get(id)?.['position']
      if (typeof position !== 'number') return []
      removeDraft.run(position)
      return [position]
    })
  }

  function choosePosition(order: number): number {
    const first = order * SLOTS
    const last = highest.get(first, first + SLOTS)?.['position']
    let position = typeof last === 'number' ? last + 1 : first
    while (isTaken.get(position) !== undefined) position += 1
    return position
  }

  function insertRow({ id, draft, status, signature }: IndexRow): void {
    putFile.run(id, signature)
    if (draft === null) return
    const { revision, story, updatedAt, source } = draft
    const row = [
      choosePosition(draft.order),
      id,
      revision,
      story.headline,
      story.slug,
      updatedAt,
      countWords(story),
    ]
    insertDraft.run(...row, story.dateline?.place ?? null, source?.sha256 ?? null, status)
  }

  function insertTextOf({ id, draft, status }: IndexRow): void {
    if (draft === null) return
    const text = getSearchText(draft.story)
    const columns = [text.headline, text.body, text.credit, text.place, text.tags, getFlag(status)]
    insertText.run(find.get(id)?.['position'] ?? null, ...columns)
  }

  return {
    put(rows) {
      // Texts last and together, in the order of their rows: FTS5 flushes what it gathered whenever a row comes out of
      // order or another table is written in between, and would make one segment of each draft.
      const ordered = [...rows].sort((a, b) => (a.draft?.order ?? 0) - (b.draft?.order ?? 0))
      const gone = removeRows(ordered.map((row) => row.id))
      for (const row of ordered) insertRow(row)
      for (const position of gone) removeText.run(position)
      for (const row of ordered) insertTextOf(row)
    },
    remove(ids) {
      const gone = removeRows(ids)
      for (const id of ids) removeFile.run(id)
      for (const position of gone) removeText.run(position)
    },
  }
}

/** A status as a word of the full text's own column. */
export function getFlag(status: DraftStatus): string {
  return `status${status.replace('-', '')}`
}

/** The highest order of all drafts, 0 when there are none. */
export function readHighestOrder(database: DatabaseSync): number {
  const position = database.prepare('SELECT max(position) AS position FROM drafts').get()?.['position']
  return typeof position === 'number' ? Math.floor(position / SLOTS) : 0
}
