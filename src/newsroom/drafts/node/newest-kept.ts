import type { Snapshot } from '../snapshot.ts'
import type { History } from './history.ts'

/** The newest kept revision of a draft: its number, 0 when there is none, and when it was saved. */
export interface NewestKept {
  readonly revision: number
  readonly at: string | null
}

/** How many drafts are remembered before all are forgotten: a save then looks into the folder again. */
const REMEMBERED = 1000

/** Remembers which revisions were kept last, so that a save need not look. */
export function createNewestKept(history: History) {
  const remembered = new Map<string, NewestKept>()

  function remember(id: string, newest: NewestKept): NewestKept {
    if (remembered.size >= REMEMBERED) remembered.clear()
    remembered.set(id, newest)
    return newest
  }

  return {
    async find(id: string): Promise<NewestKept> {
      const known = remembered.get(id)
      if (known !== undefined) return known
      const revision = (await history.list(id)).at(-1) ?? 0
      // One that is damaged still has its number; its time does not matter then.
      const kept = revision === 0 ? null : await history.read(id, revision).catch(() => null)
      return remember(id, { revision, at: kept?.at ?? null })
    },
    note(id: string, { revision, at }: Pick<Snapshot, 'revision' | 'at'>): void {
      if (revision >= (remembered.get(id)?.revision ?? 0)) remember(id, { revision, at })
    },
  }
}
