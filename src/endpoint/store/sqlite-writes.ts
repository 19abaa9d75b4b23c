import type { DatabaseSync } from 'node:sqlite'
import { formatCanonicalJson } from '../../base/canonical-json.ts'
import { getEmbargo, type HeldArticle } from '../article.ts'
import { changeRow, placeRow, positionRow, toHeld } from './sqlite-rows.ts'
import { chooseSlug } from './sqlite-slugs.ts'
import type { Statements } from './sqlite-statements.ts'
import type { ArticleWrite, Place } from './store.ts'

type Decide = (held: HeldArticle | null) => ArticleWrite | null

/** Reads a story, asks what to write, and writes it, in one transaction. Gives what is held afterwards. */
export function changeStory(
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
  const chosen = chooseSlug(database, uuid, write.slug)
  const embargo = getEmbargo(write.article)
  const { position, sequence, publishedAt } = choosePlace(statements, change, embargo, number)
  const card = JSON.stringify(write.card)
  statements.put.run(uuid, number, chosen, card, embargo, position, sequence, publishedAt, write.at)
  statements.forgetFiles.run(uuid)
  for (const sha256 of write.files) statements.addFile.run(sha256, uuid)
  statements.forgetCategories.run(uuid)
  for (const { slug, name } of write.categories) statements.addCategory.run(slug, uuid, name)
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
