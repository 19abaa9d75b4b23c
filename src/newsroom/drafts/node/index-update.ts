import { existsSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import { runInTransaction } from './index-database.ts'
import { listSource, readIndexedDraft, readSignature, type IndexSource } from './index-source.ts'
import { createIndexWriter, type IndexWriter } from './index-writer.ts'
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

/** Drafts that are read and stored as one transaction: enough to be quick, few enough to tell of progress. */
const BATCH = 250

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
  const { changed, removed } = findStale(database, layout, source)
  const writer = createIndexWriter(database)
  if (removed.length > 0) runInTransaction(database, () => removed.forEach((id) => writer.remove(id)))
  for (let done = 0; done < changed.length; done += BATCH) {
    const batch = changed.slice(done, done + BATCH)
    runInTransaction(database, () => batch.forEach((id) => indexDraft(writer, layout, id, source, listener)))
    listener.onProgress(done + batch.length, changed.length)
  }
  if (changed.length > BATCH) database.exec("INSERT INTO texts (texts) VALUES ('optimize'); PRAGMA optimize")
}

/** Reads one draft into the index again, or takes it out when it is gone. */
export function refreshDraft(
  database: DatabaseSync,
  layout: LibraryLayout,
  writer: IndexWriter,
  id: string,
  listener: UpdateListener,
): void {
  const source = { ids: [id], ledger: new Set(existsSync(layout.ledgerFile(id)) ? [id] : []) }
  runInTransaction(database, () => indexDraft(writer, layout, id, source, listener))
}

function indexDraft(
  writer: IndexWriter,
  layout: LibraryLayout,
  id: string,
  { ledger }: IndexSource,
  { onWarning }: UpdateListener,
): void {
  // Taken before the file is read: if it changes in between, the next comparison notices.
  const signature = readSignature(layout, id, ledger.has(id))
  if (signature === null) return writer.remove(id)
  const { draft, status, damage, isOutside } = readIndexedDraft(layout, id, ledger.has(id))
  if (damage !== null) onWarning({ code: 'drafts.damaged', id, ...damage })
  if (isOutside) onWarning({ code: 'drafts.changed-outside', id, path: layout.draft(id) })
  if (draft === null) writer.putUnreadable(id, signature)
  else writer.put(draft, status, signature)
}
