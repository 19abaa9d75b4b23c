import { RedaksiError } from '../../../base/errors.ts'
import { fetchAtRest } from '../../../base/ui/late.tsx'
import type { BridgeErrorCode } from '../../../bridge/index.ts'
import type { SpareStore, SpareText } from './draft-session.ts'
import { nameSpare, readKept, requestSpares } from './spare-database.ts'

/** Opens the browser's own store for texts that could not be saved. It belongs to this page's address and library. */
export function openSpareStore(library: string): SpareStore {
  const key = (id: string) => nameSpare(library, id)
  return {
    keep: async (id, spare) => void (await requestSpares('readwrite', (store) => store.put(spare, key(id)))),
    take: async (id) => parseKept(await readKept(library, id)),
    drop: async (id) => void (await requestSpares('readwrite', (store) => store.delete(key(id)))),
  }
}

/**
 * Reads what was kept. Null for no text. What reads it is fetched when there is something, or when the page is at rest:
 * fails with `bridge.host-lost` when it cannot be, so that no text is taken for none.
 */
export async function parseKept(kept: unknown): Promise<SpareText | null> {
  if (kept === undefined || kept === null) return null
  return (await loadParser()).parseSpare(kept)
}

async function loadParser() {
  try {
    return await import('./parse-spare.ts')
  } catch (cause) {
    throw new RedaksiError<BridgeErrorCode>('bridge.host-lost', {}, cause)
  }
}
fetchAtRest(loadParser)
