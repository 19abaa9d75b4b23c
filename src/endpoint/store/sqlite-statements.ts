import type { DatabaseSync } from 'node:sqlite'

/** The statements of the embedded store, compiled once. */
export type Statements = ReturnType<typeof prepareStatements>

const HELD = `
  SELECT a.uuid, r.version, a.change, a.state, c.article, r.sha256, a.slug,
    a.published_at, a.updated_at, r.at AS changed_at, r.reason, a.position, a.sequence
  FROM articles a JOIN revisions r ON r.change = a.change JOIN contents c ON c.sha256 = r.sha256`

/** Compiles the statements. What each takes, in order, is what its question marks say. */
export function prepareStatements(database: DatabaseSync) {
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
    listInCategory: database.prepare(`
      SELECT uuid, articles.slug, card, position, sequence, published_at FROM articles
      WHERE state = 'public' AND (embargo IS NULL OR embargo <= ?) AND (position, sequence) < (?, ?)
        AND EXISTS (SELECT 1 FROM categories WHERE categories.slug = ? AND categories.uuid = articles.uuid)
      ORDER BY position DESC, sequence DESC LIMIT ?`),
    nextCategory: database.prepare('SELECT min(slug) AS slug FROM categories WHERE slug > ?'),
    nameCategory: database.prepare(`
      SELECT categories.slug, name FROM categories JOIN articles USING (uuid)
      WHERE categories.slug = ? AND state = 'public' AND (embargo IS NULL OR embargo <= ?) LIMIT 1`),
    lastPlace: database.prepare(`
      SELECT position FROM articles WHERE embargo IS NULL OR embargo <= ? ORDER BY position DESC LIMIT 1`),
    forgetFiles: database.prepare('DELETE FROM shown_files WHERE uuid = ?'),
    addFile: database.prepare('INSERT INTO shown_files (sha256, uuid) VALUES (?, ?)'),
    forgetCategories: database.prepare('DELETE FROM categories WHERE uuid = ?'),
    addCategory: database.prepare('INSERT INTO categories (slug, uuid, name) VALUES (?, ?, ?)'),
    findFile: database.prepare(`
      SELECT 1 FROM shown_files JOIN articles USING (uuid)
      WHERE sha256 = ? AND state = 'public' AND (embargo IS NULL OR embargo <= ?) LIMIT 1`),
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
