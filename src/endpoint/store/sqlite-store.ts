import { closeSync, openSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { RedaksiError } from '../../base/errors.ts'
import { translateSqliteError } from './sqlite-errors.ts'
import { listCategories } from './sqlite-categories.ts'
import { toChanged, toHeld, toListed } from './sqlite-rows.ts'
import { migrateStore } from './sqlite-schema.ts'
import { prepareStatements } from './sqlite-statements.ts'
import { changeStory } from './sqlite-writes.ts'
import type { EndpointStore } from './store.ts'

/** How long one process waits for another one's write, in milliseconds. */
const BUSY_TIMEOUT = 5000
/** Below every place that a story can have. */
const EVERYTHING = { position: Number.MAX_SAFE_INTEGER, sequence: 0 }

/**
 * Opens the embedded store in a file, and makes it when there is none. What was answered is on disk: each write is one
 * transaction, and SQLite syncs its log at every commit (WAL, synchronous=FULL). `path` may be `:memory:`.
 * Throws `endpoint.store-newer`, `-foreign`, `-damaged` and `-unusable`, and leaves such a file as it is.
 */
export function openSqliteStore(path: string): EndpointStore {
  const database = openDatabase(path)
  try {
    return createSqliteStore(database, path)
  } catch (error) {
    database.close()
    throw translateSqliteError(error, path)
  }
}

/** A store on a database that is open already. Errors name its `path`. */
export function createSqliteStore(database: DatabaseSync, path: string): EndpointStore {
  migrateStore(database, path)
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON')
  const statements = prepareStatements(database)
  const run = async <T>(work: () => T): Promise<T> => {
    try {
      return work()
    } catch (error) {
      throw translateSqliteError(error, path)
    }
  }
  return {
    read: (uuid) => run(() => toHeld(statements.read.get(uuid))),
    readBySlug: (slug) => run(() => toHeld(statements.readBySlug.get(slug))),
    change: (uuid, decide) => run(() => changeStory(database, statements, uuid, decide)),
    listChanges: (after, limit) => run(() => statements.listChanges.all(after, limit).map(toChanged)),
    listVisible: ({ now, below, limit, category = null }) =>
      run(() => {
        const { position, sequence } = below ?? EVERYTHING
        const rows =
          category === null
            ? statements.listVisible.all(now, position, sequence, limit)
            : statements.listInCategory.all(now, position, sequence, category, limit)
        return rows.map(toListed)
      }),
    listCategories: (now) => run(() => listCategories(statements, now)),
    isFileVisible: (sha256, now) => run(() => statements.findFile.get(sha256, now) !== undefined),
    ping: () => run(() => void statements.read.get('')),
    close: () => run(() => database.close()),
  }
}

function openDatabase(path: string): DatabaseSync {
  try {
    // SQLite would make the file readable for everyone, and its log and index take their mode from it.
    if (path !== ':memory:') closeSync(openSync(path, 'a', 0o600))
    return new DatabaseSync(path, { timeout: BUSY_TIMEOUT })
  } catch (cause) {
    throw new RedaksiError('endpoint.store-unusable', { path }, cause)
  }
}
