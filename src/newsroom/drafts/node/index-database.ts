import { closeSync, openSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { readSystemCode } from '../../../base/node/failures.ts'
import { readSqliteCode } from '../../../base/node/process-lock.ts'

/** The version of the tables below. A database of another one is thrown away and filled anew. */
const INDEX_FORMAT = 3

const TABLES = `
  CREATE TABLE drafts (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    revision INTEGER NOT NULL,
    headline TEXT NOT NULL,
    slug TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    words INTEGER NOT NULL,
    place TEXT,
    event TEXT,
    month TEXT NOT NULL,
    writers TEXT NOT NULL,
    source TEXT,
    status TEXT NOT NULL,
    trashed_at TEXT,
    is_public INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX drafts_by_status ON drafts (status, position);
  CREATE INDEX drafts_by_slug ON drafts (slug);
  CREATE INDEX drafts_by_source ON drafts (source) WHERE source IS NOT NULL;

  -- A list without a status leaves the trash out, and so do these: their order is the list's, and they count without a
  -- look at the table.
  CREATE INDEX drafts_by_place ON drafts (place) WHERE status <> 'trashed';
  CREATE INDEX drafts_by_month ON drafts (month) WHERE status <> 'trashed';
  CREATE INDEX drafts_by_headline ON drafts ((headline = ''), headline COLLATE NOCASE) WHERE status <> 'trashed';
  CREATE INDEX drafts_by_event ON drafts (event) WHERE status <> 'trashed';
  CREATE INDEX drafts_by_words ON drafts (words) WHERE status <> 'trashed';
  CREATE INDEX drafts_in_trash ON drafts (trashed_at) WHERE status = 'trashed';

  -- All that the choices are counted from.
  CREATE INDEX drafts_by_choice ON drafts (status, place, month, writers);

  -- What the ledger knows of those that went out: the month by the office's clock, and as JSON the records and what the story
  -- says of itself.
  CREATE TABLE publications (
    position INTEGER PRIMARY KEY, month TEXT NOT NULL, published_at TEXT NOT NULL, records TEXT NOT NULL,
    facts TEXT NOT NULL
  ) STRICT;
  CREATE INDEX publications_by_month ON publications (month, published_at);

  -- How many drafts a list has, without counting them each time.
  CREATE TABLE totals (status TEXT PRIMARY KEY, count INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TRIGGER draft_comes AFTER INSERT ON drafts BEGIN
    INSERT INTO totals (status, count) VALUES (new.status, 1) ON CONFLICT DO UPDATE SET count = count + 1;
  END;
  CREATE TRIGGER draft_goes AFTER DELETE ON drafts BEGIN
    UPDATE totals SET count = count - 1 WHERE status = old.status;
    DELETE FROM publications WHERE position = old.position;
  END;

  -- What was read, and how the file looked then. A draft that could not be read at all is here only.
  CREATE TABLE files (id TEXT PRIMARY KEY, signature TEXT NOT NULL) STRICT, WITHOUT ROWID;

  -- Its rowid is the position in drafts: the full text is walked newest first, and nothing has to be sorted.
  -- The flag is the status as one word, so that matches are counted without a look at drafts.
  -- The first two letters typed match nearly everything, so they are indexed as words of their own.
  CREATE VIRTUAL TABLE texts USING fts5 (
    headline, body, credit, place, tags, flag,
    tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2'
  );
  PRAGMA user_version = ${INDEX_FORMAT};
`

/** The log may grow to 100 MB before it is flushed into the file: filling it anew is then not held up by the disk. */
const SETTINGS = `PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 25000;
  PRAGMA journal_size_limit = 1000000; PRAGMA cache_size = -32768`

/** The outbox's word on drafts lives with the connection: another process has its own. */
const OVERLAY = 'CREATE TEMP TABLE queued (id TEXT PRIMARY KEY, status TEXT NOT NULL) STRICT, WITHOUT ROWID'

/** Where the index lies. */
export function getIndexPath(folder: string): string {
  return join(folder, 'list.sqlite')
}

/**
 * Opens the index for writing, in a folder that is there. One that is missing, damaged or of another version is made anew, empty.
 * It is derived, so it is not flushed at each step; WAL with `NORMAL` keeps it whole through a power cut all the same.
 */
export function openIndexForWriting(folder: string): DatabaseSync {
  try {
    return openIndex(folder)
  } catch (error) {
    if (isRefusal(error)) throw error
    // Whatever is wrong with the file, the drafts are the truth.
    removeIndex(folder)
    return openIndex(folder)
  }
}

/** Opens the index as another process left it or is writing it. Throws when there is none of this version. */
export function openIndexForReading(folder: string): DatabaseSync {
  const database = new DatabaseSync(getIndexPath(folder), { readOnly: true, timeout: 5_000 })
  if (readFormat(database) !== INDEX_FORMAT) {
    database.close()
    throw new Error('an index of another version')
  }
  database.exec(OVERLAY)
  return database
}

/** An index that lives and dies with this process. */
export function openIndexInMemory(): DatabaseSync {
  const database = new DatabaseSync(':memory:')
  database.exec(TABLES)
  database.exec(OVERLAY)
  return database
}

/** Removes the index and what SQLite keeps beside it. */
export function removeIndex(folder: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal'])
    rmSync(getIndexPath(folder) + suffix, { force: true })
}

/** Throws all rows away. */
export function emptyIndex(database: DatabaseSync): void {
  const drop = ['texts', 'files', 'totals', 'publications', 'drafts'].map((table) => `DROP TABLE ${table};`)
  runInTransaction(database, () => database.exec(drop.join('') + TABLES))
}

/** Runs several changes as one; on failure none of them is made. */
export function runInTransaction(database: DatabaseSync, action: () => void): void {
  database.exec('BEGIN')
  try {
    action()
    database.exec('COMMIT')
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}

function openIndex(folder: string): DatabaseSync {
  makeIndexFile(getIndexPath(folder))
  const database = new DatabaseSync(getIndexPath(folder), { timeout: 5_000 })
  try {
    database.exec(SETTINGS)
    const format = readFormat(database)
    if (format === 0) runInTransaction(database, () => database.exec(TABLES))
    else if (format !== INDEX_FORMAT) throw new Error('an index of another version')
    database.exec(OVERLAY)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

function readFormat(database: DatabaseSync): number {
  return Number(database.prepare('PRAGMA user_version').get()?.['user_version'])
}

/** Makes the file ours alone (0600) before SQLite makes it with wider rights; what it keeps beside it follows suit. */
function makeIndexFile(path: string): void {
  try {
    closeSync(openSync(path, 'wx', 0o600))
  } catch (error) {
    if (readSystemCode(error) !== 'EEXIST') throw error
  }
}

/** SQLITE_BUSY, READONLY, IOERR, FULL, CANTOPEN, or a system error: the disk or another process refuses, the file may be good. */
function isRefusal(error: unknown): boolean {
  const code = readSystemCode(error)
  if (code === 'ERR_SQLITE_ERROR') return [5, 8, 10, 13, 14].includes(readSqliteCode(error))
  return code !== 'unknown'
}
