import { RedaksiError } from '../../base/errors.ts'
import { findCategoryProblem, matchCategories } from './categories.ts'
import type { HouseErrorCode } from './contract.ts'
import type { House } from './house.ts'

/**
 * The house with these categories. Stories keep the names that they have: what is published says so already. Fails with
 * `house.category-refused` {reason, name}.
 */
export function putCategories(house: House, names: readonly string[]): House {
  const problem = findCategoryProblem(names)
  if (problem !== null) throw new RedaksiError<HouseErrorCode>('house.category-refused', { ...problem })
  return { ...house, categories: names }
}

/** Names as the house writes them. One that it does not list fails with `house.category-unknown` {name, known}. */
export function requireCategories(house: House, names: readonly string[]): readonly string[] {
  const matched = matchCategories(house.categories, names)
  const stranger = matched.find((name) => !house.categories.includes(name))
  if (stranger === undefined) return matched
  const known = house.categories.join(', ')
  throw new RedaksiError<HouseErrorCode>('house.category-unknown', { name: stranger, known })
}
