import type { DatabaseSync } from 'node:sqlite'
import type { Draft, DraftStatus } from '../draft.ts'
import { getSearchText } from '../search.ts'
import { countWords } from '../words.ts'

/** Puts drafts into the index and takes them out. Callers wrap it in a transaction. */
export interface IndexWriter {
  put(draft: Draft, status: DraftStatus, signature: string): void
  /** Notes a file that holds no readable draft, so that it is read again only when it changes. */
  putUnreadable(id: string, signature: string): void
  remove(id: string): void
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

  function removeRow(id: string): void {
    const row = find.get(id)
    if (row === undefined) return
    removeDraft.run(row['position'] ?? null)
    removeText.run(row['position'] ?? null)
  }

  function choosePosition(order: number): number {
    const first = order * SLOTS
    const last = highest.get(first, first + SLOTS)?.['position']
    let position = typeof last === 'number' ? last + 1 : first
    while (isTaken.get(position) !== undefined) position += 1
    return position
  }

  return {
    put(draft, status, signature) {
      const { id, revision, story, updatedAt, source } = draft
      removeRow(id)
      const position = choosePosition(draft.order)
      const place = story.dateline?.place ?? null
      const row = [position, id, revision, story.headline, story.slug, updatedAt, countWords(story), place]
      insertDraft.run(...row, source?.sha256 ?? null, status)
      const text = getSearchText(story)
      insertText.run(position, text.headline, text.body, text.credit, text.place, text.tags, getFlag(status))
      putFile.run(id, signature)
    },
    putUnreadable(id, signature) {
      removeRow(id)
      putFile.run(id, signature)
    },
    remove(id) {
      removeRow(id)
      removeFile.run(id)
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
