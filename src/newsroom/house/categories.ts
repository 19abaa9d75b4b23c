import { makeSlug } from '../story/index.ts'

/** The longest name of a category, in UTF-16 units: it stands in a line of links. */
const LONGEST_CATEGORY = 60
/** More than a reader looks through. */
const MOST_CATEGORIES = 60

/**
 * Why a list of categories cannot be kept. `unnamed`: a name has no letter or figure for its address. `twice`: another
 * one has the same address.
 */
export interface CategoryProblem {
  readonly reason: 'unnamed' | 'too-long' | 'twice' | 'too-many'
  /** The first name that does not fit. */
  readonly name: string
}

/** The last part of the address of a category's page. Names that differ in case or accents alone have the same one. */
export function makeCategorySlug(name: string): string {
  return makeSlug(name)
}

/** The first thing that is wrong with a list of categories, or null. */
export function findCategoryProblem(names: readonly string[]): CategoryProblem | null {
  const seen = new Set<string>()
  for (const name of names) {
    const slug = makeCategorySlug(name)
    const reason = findReason(name, seen.has(slug), seen.size)
    if (reason !== null) return { reason, name }
    seen.add(slug)
  }
  return null
}

function findReason(name: string, isTaken: boolean, before: number): CategoryProblem['reason'] | null {
  if (!/[0-9a-z]/i.test(name.normalize('NFKD')) || name.trim() !== name) return 'unnamed'
  if (name.length > LONGEST_CATEGORY) return 'too-long'
  if (isTaken) return 'twice'
  return before >= MOST_CATEGORIES ? 'too-many' : null
}

/** Names as the house writes them in its `categories`, each once; one that it does not know stays as it is. Blank ones are left out. */
export function matchCategories(categories: readonly string[], names: readonly string[]): readonly string[] {
  const known = new Map(categories.map((name): [string, string] => [makeCategorySlug(name), name]))
  const matched = names.map((name) => name.trim()).filter((name) => name !== '')
  const bySlug = new Map<string, string>()
  for (const name of matched) {
    const slug = makeCategorySlug(name)
    if (!bySlug.has(slug)) bySlug.set(slug, known.get(slug) ?? name)
  }
  return [...bySlug.values()]
}
