import { existsSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import { emptyIndex, runInTransaction } from './index-database.ts'
import {
  listSource,
  readIndexedDraft,
  readOfficeZone,
  readSignature,
  type IndexedDraft,
} from './index-source.ts'
import { createIndexWriter, type IndexRow, type IndexWriter } from './index-writer.ts'
import type { LibraryLayout } from './layout.ts'

/** What the index has to say to a person, as the code and facts of a warning. */
export type IndexWarning =
  | {
      readonly code: 'drafts.damaged'
      readonly id: string
      readonly path: string
      readonly previous: boolean
    }
  | { readonly code: 'drafts.changed-outside'; readonly id: string; readonly path: string }

export interface UpdateListener {
  readonly onWarning: (warning: IndexWarning) => void
  readonly onProgress: (done: number, total: number) => void
}

/** What differs between the folder and the index. */
export interface Staleness {
  readonly changed: readonly string[]
  readonly removed: readonly string[]
}

/** Drafts that are read and stored as one transaction: enough to be quick, few enough to hold long ones in memory. */
const BATCH = 250

/** While many drafts are put in, the full text is hardly merged; it is at the end, at once. Then FTS5's own defaults. */
const FILL = `INSERT INTO texts (texts, rank) VALUES ('automerge', 0), ('crisismerge', 400)`
const OPTIMISE = `INSERT INTO texts (texts) VALUES ('optimize'); PRAGMA optimize`
const KEEP_UP = `INSERT INTO texts (texts, rank) VALUES ('automerge', 4), ('crisismerge', 16)`

/** Compares the index with the folder by how the files look: a draft that was added, changed by hand or removed shows. */
export function findStale(
  database: DatabaseSync,
  layout: LibraryLayout,
  source = listSource(layout),
): Staleness {
  const known = new Map<string, string>()
  for (const row of database.prepare('SELECT id, signature FROM files').iterate()) {
    known.set(String(row['id']), String(row['signature']))
  }
  const changed: string[] = []
  for (const id of source.ids) {
    const signature = readSignature(layout, id, source.ledger.has(id))
    if (signature === null) continue
    if (known.get(id) !== signature) changed.push(id)
    known.delete(id)
  }
  return { changed, removed: [...known.keys()] }
}

/** Brings the index up to date with the folder. */
export function updateIndex(database: DatabaseSync, layout: LibraryLayout, listener: UpdateListener): void {
  const source = listSource(layout)
  let { changed, removed } = findStale(database, layout, source)
  if (changed.length > Math.max(BATCH, source.ids.length / 2)) {
    // A library that was copied or restored: filling an empty index is quicker than replacing every row.
    emptyIndex(database)
    removed = []
    changed = source.ids
  }
  const writer = createIndexWriter(database, readOfficeZone(layout))
  if (removed.length > 0) runInTransaction(database, () => writer.remove(removed))
  if (changed.length > BATCH) database.exec(FILL)
  for (let done = 0; done < changed.length; done += BATCH) {
    const ids = changed.slice(done, done + BATCH)
    putDrafts(database, writer, readDrafts(layout, ids, source.ledger), layout, listener)
    listener.onProgress(done + ids.length, changed.length)
  }
  database.exec(changed.length > BATCH ? `${OPTIMISE}; ${KEEP_UP}` : KEEP_UP)
}

/** Reads one draft into the index again, or takes it out when it is gone. */
export function refreshDraft(
  database: DatabaseSync,
  layout: LibraryLayout,
  writer: IndexWriter,
  id: string,
  listener: UpdateListener,
): void {
  const ledger = new Set(existsSync(layout.ledgerFile(id)) ? [id] : [])
  putDrafts(database, writer, readDrafts(layout, [id], ledger), layout, listener)
}

interface ReadDraft extends IndexedDraft {
  readonly id: string
  /** Null when the draft is gone. */
  readonly signature: string | null
}

function readDrafts(
  layout: LibraryLayout,
  ids: readonly string[],
  ledger: ReadonlySet<string>,
): readonly ReadDraft[] {
  return ids.map((id) => {
    // Taken before the file is read: if it changes in between, the next comparison notices.
    const signature = readSignature(layout, id, ledger.has(id))
    return { id, signature, ...readIndexedDraft(layout, id, ledger.has(id)) }
  })
}

function putDrafts(
  database: DatabaseSync,
  writer: IndexWriter,
  drafts: readonly ReadDraft[],
  layout: LibraryLayout,
  { onWarning }: UpdateListener,
): void {
  const there = drafts.filter((each): each is ReadDraft & IndexRow => each.signature !== null)
  const gone = drafts.filter((each) => each.signature === null)
  runInTransaction(database, () => {
    writer.remove(gone.map(({ id }) => id))
    writer.put(there)
  })
  for (const { id, damage, isOutside } of there) {
    if (damage !== null) onWarning({ code: 'drafts.damaged', id, ...damage })
    if (isOutside) onWarning({ code: 'drafts.changed-outside', id, path: layout.draft(id) })
  }
}
