import type { DatabaseSync } from 'node:sqlite'
import { RedaksiError } from '../../base/errors.ts'

/** Marks the file as an endpoint's (`PRAGMA application_id`): the letters `RdkE`. */
const APPLICATION_ID = 0x52646b45

/**
 * Each step takes the schema from its index to the next number. A step is never edited once it was released.
 *
 * `contents` holds each article once, by its digest; `revisions` is the history, one row a write, never deleted;
 * `articles` is where each story stands now; `slugs` says whose each address is, for ever; `shown_files` says which
 * photos and attachments each story shows; `categories` says which ones each story is in.
 */
const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE contents (
    sha256 TEXT PRIMARY KEY,
    article TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE revisions (
    change INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL,
    version TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL CHECK (state IN ('public', 'withdrawn')),
    sha256 TEXT NOT NULL REFERENCES contents,
    reason TEXT,
    at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX revisions_of_story ON revisions (uuid, change);

  CREATE TABLE articles (
    uuid TEXT PRIMARY KEY,
    change INTEGER NOT NULL UNIQUE REFERENCES revisions,
    state TEXT NOT NULL,
    slug TEXT NOT NULL UNIQUE,
    card TEXT NOT NULL,
    embargo INTEGER,
    position INTEGER NOT NULL,
    sequence INTEGER NOT NULL UNIQUE,
    published_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX articles_in_order ON articles (position DESC, sequence DESC);

  CREATE TABLE slugs (
    slug TEXT PRIMARY KEY,
    base TEXT NOT NULL,
    number INTEGER NOT NULL,
    uuid TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX slugs_of_base ON slugs (base, number);
  CREATE INDEX slugs_of_story ON slugs (uuid, base);
  `,
  `
  CREATE TABLE shown_photos (
    sha256 TEXT NOT NULL,
    uuid TEXT NOT NULL REFERENCES articles,
    PRIMARY KEY (sha256, uuid)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX shown_photos_of_story ON shown_photos (uuid);
  `,
  `
  DROP INDEX shown_photos_of_story;
  ALTER TABLE shown_photos RENAME TO shown_files;
  CREATE INDEX shown_files_of_story ON shown_files (uuid);

  CREATE TABLE categories (
    slug TEXT NOT NULL,
    uuid TEXT NOT NULL REFERENCES articles,
    name TEXT NOT NULL,
    PRIMARY KEY (slug, uuid)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX categories_of_story ON categories (uuid);
  `,
]

/** The number of the schema that this program writes. */
const STORE_SCHEMA = MIGRATIONS.length

/**
 * Brings a database to this program's schema, step by step in one transaction. Throws `endpoint.store-newer` and
 * `endpoint.store-foreign`, having changed nothing.
 */
export function migrateStore(database: DatabaseSync, path: string): void {
  database.exec('BEGIN IMMEDIATE')
  try {
    const found = readPragma(database, 'user_version')
    requireOurs(database, path, found)
    for (const step of MIGRATIONS.slice(found)) database.exec(step)
    database.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${STORE_SCHEMA}`)
    database.exec('COMMIT')
  } finally {
    if (database.isTransaction) database.exec('ROLLBACK')
  }
}

function requireOurs(database: DatabaseSync, path: string, found: number): void {
  const application = readPragma(database, 'application_id')
  const isEmpty = database.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined
  if (application !== APPLICATION_ID && !(isEmpty && application === 0))
    throw new RedaksiError('endpoint.store-foreign', { path })
  if (found > STORE_SCHEMA)
    throw new RedaksiError('endpoint.store-newer', { path, found, known: STORE_SCHEMA })
}

function readPragma(database: DatabaseSync, name: string): number {
  return Number(database.prepare(`PRAGMA ${name}`).get()?.[name])
}
