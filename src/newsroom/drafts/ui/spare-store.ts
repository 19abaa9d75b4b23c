import * as z from 'zod/mini'
import { parseStory } from '../../story/index.ts'
import type { SpareStore, SpareText } from './draft-session.ts'

const STORE = 'spares'

/** Opens the browser's own store for texts that could not be saved. It belongs to this page's address and library. */
export function openSpareStore(library: string): SpareStore {
  const key = (id: string) => `${library}\n${id}`
  return {
    keep: async (id, spare) => void (await request('readwrite', (store) => store.put(spare, key(id)))),
    take: async (id) => parseSpare(await request('readonly', (store) => store.get(key(id)))),
    drop: async (id) => void (await request('readwrite', (store) => store.delete(key(id)))),
  }
}

/** What another page, or an older one, has left is read like anything else from outside. */
function parseSpare(value: unknown): SpareText | null {
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

async function request<Result>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  const database = await openDatabase()
  try {
    return await settle(act(database.transaction(STORE, mode).objectStore(STORE)))
  } finally {
    database.close()
  }
}

function openDatabase(): Promise<IDBDatabase> {
  const opening = indexedDB.open('redaksi', 1)
  opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore(STORE))
  return settle(opening)
}

function settle<Result>(asked: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    asked.addEventListener('success', () => resolve(asked.result))
    asked.addEventListener('error', () => reject(asked.error ?? new Error('the browser’s store failed')))
  })
}
