import type { DatabaseSync } from 'node:sqlite'
import { getOfficeDay, type Zone } from '../../formats/index.ts'
import { listNewestRecords, type PublishedFacts } from '../archive.ts'
import type { Draft, DraftStatus } from '../draft.ts'
import { getSearchText } from '../search.ts'
import { countWords } from '../words.ts'
import type { IndexedPublication } from './index-source.ts'

/** What is put into the index of one draft. Without a draft its file is noted alone, to be read again when it changes. */
export interface IndexRow {
  readonly id: string
  readonly signature: string
  readonly draft: Draft | null
  readonly status: DraftStatus
  readonly publication: IndexedPublication
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
/** The letters of `YYYY-MM`. */
const MONTH = 7

/** Prepares the statements once. `zone` is the office's: months are counted by its clock. */
export function createIndexWriter(database: DatabaseSync, zone: Zone): IndexWriter {
  const drafts = prepareDrafts(database, zone)
  const publications = preparePublications(database, zone)
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
      for (const [i, row] of ordered.entries()) publications.insert(positions[i] ?? null, row)
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

function prepareDrafts(database: DatabaseSync, zone: Zone) {
  const find = database.prepare('SELECT position FROM drafts WHERE id = ?')
  const remove = database.prepare('DELETE FROM drafts WHERE position = ?')
  const insert = database.prepare(
    `INSERT INTO drafts (position, id, revision, headline, slug, updated_at, words, place, event, month, writers, source,
       status, trashed_at, is_public)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
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
    insert({ id, draft, status, publication }: IndexRow): number | null {
      if (draft === null) return null
      const { order, revision, story, updatedAt, source, trashedAt } = draft
      const { headline, slug } = story
      const position = choosePosition(order)
      const { place, event, month, writers } = getChoices(draft, zone)
      const isPublic = publication.status === 'published' || publication.status === 'corrected'
      const shown = [id, revision, headline, slug, updatedAt, countWords(story), place, event, month, writers]
      insert.run(position, ...shown, source?.sha256 ?? null, status, trashedAt, isPublic ? 1 : 0)
      return position
    },
  }
}

/** What a draft is chosen by. Its writers stand between blanks, each with one on both sides, or there is no text at all. */
function getChoices({ story, updatedAt }: Draft, zone: Zone) {
  const { dateline, event, credit } = story
  const writers = credit?.writers.initials ?? []
  return {
    place: dateline === null || dateline.place === '' ? null : dateline.place,
    event: event?.date ?? null,
    month: (event?.date ?? getOfficeDay(updatedAt, zone)).slice(0, MONTH),
    writers: writers.length === 0 ? '' : ` ${writers.join(' ')} `,
  }
}

function getFacts({ story: { dateline, credit, categories = [] }, template }: Draft): PublishedFacts {
  return {
    template: template ?? null,
    categories,
    place: dateline === null || dateline.place === '' ? null : dateline.place,
    writers: credit?.writers.initials ?? [],
    editors: credit?.editors ?? [],
    photographers: credit?.photo?.kind === 'people' ? credit.photo.by.initials : [],
  }
}

/** What the ledger knows of a draft, if anything. It goes with the draft's row. */
function preparePublications(database: DatabaseSync, zone: Zone) {
  const putPublication = database.prepare(
    'INSERT INTO publications (position, month, published_at, records, facts) VALUES (?, ?, ?, ?, ?)',
  )
  return {
    insert(position: number | null, { draft, publication: { records } }: IndexRow): void {
      if (draft === null || position === null) return
      const [first] = records
      if (first === undefined) return
      const month = getOfficeDay(first.at, zone).slice(0, MONTH)
      const newest = JSON.stringify(listNewestRecords(records))
      putPublication.run(position, month, first.at, newest, JSON.stringify(getFacts(draft)))
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
