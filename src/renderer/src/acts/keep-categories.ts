import type { Act } from '../desk.ts'

/** Keeps the house's list of categories, and offers to go back to the one before. */
export function keepCategories(categories: readonly string[]): Act {
  return async ({ client, house, say, translate, run }) => {
    const before = house.categories
    await client.house.putCategories({ categories: [...categories] })
    const undo: Act = async () => void (await client.house.putCategories({ categories: [...before] }))
    say({ words: translate('house.categories-kept'), undo: () => run(undo) })
  }
}
