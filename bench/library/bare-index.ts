import { DatabaseSync } from 'node:sqlite'
import { getIndexPath } from '../../src/newsroom/drafts/node/index-database.ts'
import type { SampleLibrary } from '../support/sample-library.ts'

/** How many rows a page of the list has. */
export const PAGE = 50

const TABLES = `
  CREATE TABLE rows (position INTEGER PRIMARY KEY, id, headline, slug, revision, updated_at, words, place, status);
  CREATE VIRTUAL TABLE texts USING fts5 (headline, body, tokenize = 'unicode61 remove_diacritics 2');
`
const COPY = `
  INSERT INTO rows SELECT position, id, headline, slug, revision, updated_at, words, place, status FROM ours.drafts;
  INSERT INTO texts (rowid, headline, body) SELECT rowid, headline, body FROM ours.texts ORDER BY rowid;
  INSERT INTO texts (texts) VALUES ('optimize');
`

/** The least that can answer: SQLite with the same rows and words, in the same thread, by statements prepared once. */
export interface BareIndex {
  list(): void
  search(expression: string): void
  close(): void
}

/** Copies what the library's index holds, which must be up to date. */
export function createBareIndex({ layout }: SampleLibrary, path: string): BareIndex {
  const database = new DatabaseSync(path)
  database.exec(`PRAGMA cache_size = -32768; PRAGMA synchronous = OFF; ${TABLES}`)
  database.prepare('ATTACH ? AS ours').run(getIndexPath(layout.index))
  database.exec(`BEGIN; ${COPY} COMMIT; DETACH ours`)
  const page = database.prepare(`SELECT * FROM rows ORDER BY position DESC LIMIT ${PAGE}`)
  const found = database.prepare(
    `SELECT rowid, headline, snippet(texts, -1, '[', ']', '…', 16) FROM texts
     WHERE texts MATCH ? ORDER BY rowid DESC LIMIT ${PAGE}`,
  )
  const count = database.prepare('SELECT count(*) FROM texts WHERE texts MATCH ?')
  return {
    list: () => void page.all(),
    search(expression) {
      found.all(expression)
      count.get(expression)
    },
    close: () => database.close(),
  }
}
