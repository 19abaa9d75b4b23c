import type { DraftStore } from '../newsroom/drafts/node/index.ts'

/** The slug itself, or with the first number from 2 that no other draft than `exceptId` has taken. */
export async function findFreeSlug(
  drafts: Pick<DraftStore, 'isSlugTaken'>,
  slug: string,
  exceptId?: string,
): Promise<string> {
  let free = slug
  for (let number = 2; await drafts.isSlugTaken(free, exceptId); number += 1) free = `${slug}-${number}`
  return free
}
