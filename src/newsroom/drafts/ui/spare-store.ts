import * as z from 'zod/mini'
import { parseStory } from '../../story/index.ts'
import type { SpareStore, SpareText } from './draft-session.ts'
import { nameSpare, readKept, requestSpares } from './spare-database.ts'

/** Opens the browser's own store for texts that could not be saved. It belongs to this page's address and library. */
export function openSpareStore(library: string): SpareStore {
  const key = (id: string) => nameSpare(library, id)
  return {
    keep: async (id, spare) => void (await requestSpares('readwrite', (store) => store.put(spare, key(id)))),
    take: async (id) => parseSpare(await readKept(library, id)),
    drop: async (id) => void (await requestSpares('readwrite', (store) => store.delete(key(id)))),
  }
}

/** Reads what was kept: what another page, or an older one, has left is like anything else from outside. Null for no text. */
export function parseSpare(value: unknown): SpareText | null {
  const shape = z
    .object({ baseRevision: z.int(), story: z.unknown(), sent: z.optional(z.unknown()) })
    .safeParse(value)
  if (!shape.success) return null
  const { baseRevision, story, sent } = shape.data
  try {
    return { baseRevision, story: parseStory(story), sent: sent === undefined ? undefined : parseStory(sent) }
  } catch {
    return null
  }
}
