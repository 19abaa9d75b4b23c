import { z } from 'zod'
import type { Category } from '../../newsroom/public-page/index.ts'
import type { Statements } from './sqlite-statements.ts'

const nextRow = z.object({ slug: z.string().nullable() })
const categoryRow = z.object({ slug: z.string(), name: z.string() })

/**
 * The categories of what readers may see at an instant, by their names. It goes from one to the next, so that it takes as
 * long as there are categories, however many stories there are.
 */
export function listCategories(
  { nextCategory, nameCategory }: Pick<Statements, 'nextCategory' | 'nameCategory'>,
  now: number,
): readonly Category[] {
  const found: Category[] = []
  for (let slug: string | null = ''; slug !== null;) {
    slug = nextRow.parse(nextCategory.get(slug)).slug
    const row = slug === null ? undefined : nameCategory.get(slug, now)
    if (row !== undefined) found.push(categoryRow.parse(row))
  }
  return found.toSorted((a, b) => a.name.localeCompare(b.name, 'id'))
}
