import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'

const slugRow = z.object({ slug: z.string() })
const numberRow = z.object({ number: z.int().nullable() })

/**
 * The slug a story gets when it asks for one: what it had when it asked for the same before, else the name itself, else
 * the first free one of `name-2`, `name-3` …; it is the story's own from then on. Runs inside the write's transaction.
 */
export function chooseSlug(database: DatabaseSync, uuid: string, base: string): string {
  const own = database.prepare('SELECT slug FROM slugs WHERE uuid = ? AND base = ?').get(uuid, base)
  if (own !== undefined) return slugRow.parse(own).slug
  const last = database.prepare('SELECT max(number) AS number FROM slugs WHERE base = ?').get(base)
  const isTaken = database.prepare('SELECT 1 FROM slugs WHERE slug = ?')
  let number = (numberRow.parse(last).number ?? 0) + 1
  // A story may itself be called `name-2`: then the number is passed over.
  while (isTaken.get(nameSlug(base, number)) !== undefined) number += 1
  const slug = nameSlug(base, number)
  database
    .prepare('INSERT INTO slugs (slug, base, number, uuid) VALUES (?, ?, ?, ?)')
    .run(slug, base, number, uuid)
  return slug
}

function nameSlug(base: string, number: number): string {
  return number === 1 ? base : `${base}-${number}`
}
