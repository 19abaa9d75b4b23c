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
  const drafts = prepareDrafts(database)
  const texts = prepareTexts(database)
  const removeFile = database.prepare('DELETE FROM files WHERE id = ?')
  const putFile = database.prepare('INSERT OR REPLACE INTO files (id, signature) VALUES (?, ?)')
  return {
    put(rows) {
      // Texts last and together, in the order of their rows: FTS5 flushes what it gathered whenever a row comes out of
      // order or another table is written in between, and would make one segment of each draft.
      const ordered = [...rows].sort((a, b) => (a.draft?.order ?? 0) - (b.draft?.order ?? 0))
      const gone = drafts.remove(ordered.map((row) => row.id))
      const positions = ordered.map((row) => drafts.insert(row))
      for (const { id, signature } of ordered) putFile.run(id, signature)
      texts.remove(gone)
      for (const [i, row] of ordered.entries()) texts.insert(positions[i] ?? null, row)
    },
    remove(ids) {
      const gone = drafts.remove(ids)
      for (const id of ids) removeFile.run(id)
      texts.remove(gone)
    },
  }
}

function prepareDrafts(database: DatabaseSync) {
  const find = database.prepare('SELECT position FROM drafts WHERE id = ?')
  const remove = database.prepare('DELETE FROM drafts WHERE position = ?')
  const insert = database.prepare(
    `INSERT INTO drafts (position, id, revision, headline, slug, updated_at, words, place, source, status)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const highest = database.prepare(
    'SELECT max(position) AS position FROM drafts WHERE position >= ? AND position < ?',
  )
  const isTaken = database.prepare('SELECT 1 FROM drafts WHERE position = ?')

  function choosePosition(order: number): number {
    const first = order * SLOTS
    const last = highest.get(first, first + SLOTS)?.['position']
    let position = typeof last === 'number' ? last + 1 : first
    while (isTaken.get(position) !== undefined) position += 1
    return position
  }

  return {
    /** Takes rows out and returns where their texts stand, which go later. */
    remove: (ids: readonly string[]): readonly number[] =>
      ids.flatMap((id) => {
        const position = find.get(id)?.['position']
        if (typeof position !== 'number') return []
        remove.run(position)
        return [position]
      }),
    /** Puts a row in and returns its position; null for a file without a readable draft. */
    insert({ id, draft, status }: IndexRow): number | null {
      if (draft === null) return null
      const { order, revision, story, updatedAt, source } = draft
      const [position, place] = [choosePosition(order), story.dateline?.place ?? null]
      const columns = [id, revision, story.headline, story.slug, updatedAt, countWords(story), place]
      insert.run(position, ...columns, source?.sha256 ?? null, status)
      return position
    },
  }
}

function prepareTexts(database: DatabaseSync) {
  const remove = database.prepare('DELETE FROM texts WHERE rowid = ?')
  const insert = database.prepare(
    'INSERT INTO texts (rowid, headline, body, credit, place, tags, flag) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  return {
    remove(positions: readonly number[]): void {
      for (const position of positions) remove.run(position)
    },
    insert(position: number | null, { draft, status }: IndexRow): void {
      if (draft === null || position === null) return
      const { headline, body, credit, place, tags } = getSearchText(draft.story)
      insert.run(position, headline, body, credit, place, tags, getFlag(status))
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
