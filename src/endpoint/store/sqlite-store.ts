import { closeSync, openSync } from 'node:fs'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { formatCanonicalJson } from '../../base/canonical-json.ts'
import { RedaksiError } from '../../base/errors.ts'
import { getEmbargo, type HeldArticle } from '../article.ts'
import { translateSqliteError } from './sqlite-errors.ts'
import { changeRow, placeRow, positionRow, toChanged, toHeld, toListed } from './sqlite-rows.ts'
import { migrateStore } from './sqlite-schema.ts'
import { chooseSlug } from './sqlite-slugs.ts'
import type { ArticleWrite, EndpointStore, Place } from './store.ts'

/** How long one process waits for another one's write, in milliseconds. */
const BUSY_TIMEOUT = 5000

/**
 * Opens the embedded store in a file, and makes it when there is none. What was answered is on disk: each write is one
 * transaction, and SQLite syncs its log at every commit (WAL, synchronous=FULL). `path` may be `:memory:`.
 * Throws `endpoint.store-newer`, `-foreign`, `-damaged` and `-unusable`.
 */
export function openSqliteStore(path: string): EndpointStore {
  const database = openDatabase(path)
  try {
    return createStore(database)
  } catch (error) {
    database.close()
    throw translateSqliteError(error, path)
  }

  function createStore(open: DatabaseSync): EndpointStore {
    open.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON')
    migrateStore(open, path)
    const statements = prepareStatements(open)
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
      change: (uuid, decide) => run(() => changeStory(open, statements, uuid, decide)),
      listChanges: (after, limit) => run(() => statements.listChanges.all(after, limit).map(toChanged)),
      listVisible: ({ now, below, limit }) =>
        run(() => {
          const { position, sequence } = below ?? { position: Number.MAX_SAFE_INTEGER, sequence: 0 }
          return statements.listVisible.all(now, position, sequence, limit).map(toListed)
        }),
      ping: () => run(() => void statements.read.get('')),
      close: () => run(() => open.close()),
    }
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

type Statements = ReturnType<typeof prepareStatements>

const HELD = `
  SELECT a.uuid, r.version, a.change, a.state, c.article, r.sha256, a.slug,
    a.published_at, a.updated_at, r.at AS changed_at, r.reason, a.position, a.sequence
  FROM articles a JOIN revisions r ON r.change = a.change JOIN contents c ON c.sha256 = r.sha256`

function prepareStatements(
  database: DatabaseSync,
): Readonly<
  Record<
    | 'read'
    | 'readBySlug'
    | 'listChanges'
    | 'listVisible'
    | 'lastPlace'
    | 'addContent'
    | 'addRevision'
    | 'withdraw'
    | 'put',
    StatementSync
  >
> {
  return {
    read: database.prepare(`${HELD} WHERE a.uuid = ?`),
    readBySlug: database.prepare(`${HELD} WHERE a.uuid = (SELECT uuid FROM slugs WHERE slug = ?)`),
    listChanges: database.prepare(`
      SELECT a.uuid, r.version, a.change, a.state, r.sha256, a.slug, r.at AS changed_at
      FROM articles a JOIN revisions r ON r.change = a.change
      WHERE a.change > ? ORDER BY a.change LIMIT ?`),
    listVisible: database.prepare(`
      SELECT uuid, slug, card, position, sequence, published_at FROM articles
      WHERE state = 'public' AND (embargo IS NULL OR embargo <= ?) AND (position, sequence) < (?, ?)
      ORDER BY position DESC, sequence DESC LIMIT ?`),
    lastPlace: database.prepare(`
      SELECT position FROM articles WHERE embargo IS NULL OR embargo <= ? ORDER BY position DESC LIMIT 1`),
    addContent: database.prepare(
      'INSERT INTO contents (sha256, article) VALUES (?, ?) ON CONFLICT DO NOTHING',
    ),
    addRevision: database.prepare(
      'INSERT INTO revisions (uuid, version, state, sha256, reason, at) VALUES (?, ?, ?, ?, ?, ?) RETURNING change',
    ),
    withdraw: database.prepare(`UPDATE articles SET change = ?, state = 'withdrawn' WHERE uuid = ?`),
    put: database.prepare(`
      INSERT INTO articles (uuid, change, state, slug, card, embargo, position, sequence, published_at, updated_at)
      VALUES (?, ?, 'public', ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (uuid) DO UPDATE SET change = excluded.change, state = 'public', slug = excluded.slug,
        card = excluded.card, embargo = excluded.embargo, position = excluded.position,
        published_at = excluded.published_at, updated_at = excluded.updated_at`),
  }
}

type Decide = (held: HeldArticle | null) => ArticleWrite | null

function changeStory(
  database: DatabaseSync,
  statements: Statements,
  uuid: string,
  decide: Decide,
): HeldArticle | null {
  database.exec('BEGIN IMMEDIATE')
  try {
    const row = statements.read.get(uuid)
    const held = toHeld(row)
    const write = decide(held)
    if (write !== null)
      writeStory(database, statements, {
        uuid,
        held,
        write,
        place: row === undefined ? null : placeRow.parse(row),
      })
    const after = write === null ? held : toHeld(statements.read.get(uuid))
    database.exec('COMMIT')
    return after
  } finally {
    if (database.isTransaction) database.exec('ROLLBACK')
  }
}

interface Change {
  readonly uuid: string
  readonly held: HeldArticle | null
  readonly place: Place | null
  readonly write: ArticleWrite
}

function writeStory(database: DatabaseSync, statements: Statements, change: Change): void {
  const { uuid, held, write } = change
  if (write.state === 'withdrawn') {
    if (held === null) throw new Error('a story that is not held cannot be withdrawn')
    statements.withdraw.run(addRevision(statements, uuid, write, held.sha256, write.reason), uuid)
    return
  }
  statements.addContent.run(write.sha256, formatCanonicalJson(write.article))
  const number = addRevision(statements, uuid, write, write.sha256, null)
  const slug = chooseSlug(database, uuid, write.slug)
  const embargo = getEmbargo(write.article)
  const { position, sequence, publishedAt } = choosePlace(statements, change, embargo, number)
  const card = JSON.stringify(write.card)
  statements.put.run(uuid, number, slug, card, embargo, position, sequence, publishedAt, write.at)
}

function addRevision(
  statements: Statements,
  uuid: string,
  write: Pick<ArticleWrite, 'version' | 'state' | 'at'>,
  sha256: string,
  reason: string | null,
): number {
  return changeRow.parse(
    statements.addRevision.get(uuid, write.version, write.state, sha256, reason, write.at),
  ).change
}

/** A story that readers may have seen keeps its place. One still under embargo takes it anew. */
function choosePlace(
  statements: Statements,
  { held, place, write }: Change,
  embargo: number | null,
  number: number,
): Place & { readonly publishedAt: number } {
  const wasSeen = held !== null && Math.min(held.publishedAt, getEmbargo(held.article) ?? 0) <= write.at
  if (place !== null && wasSeen) return { ...place, publishedAt: held.publishedAt }
  const publishedAt = Math.max(write.at, embargo ?? write.at)
  const last = statements.lastPlace.get(write.at)
  const position = last === undefined ? publishedAt : Math.max(publishedAt, positionRow.parse(last).position)
  return { position, sequence: place?.sequence ?? number, publishedAt }
}
