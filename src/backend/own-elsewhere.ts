import { LONGEST_DESK, type Elsewhere } from '../newsroom/drafts/index.ts'
import type { House } from '../newsroom/house/index.ts'
import { listHoldings } from '../newsroom/publish/index.ts'
import type { Newsroom } from './newsroom.ts'

/**
 * What this library tells others of where a story is public, and where it waits to go; null when it never went anywhere.
 * Only the addresses are told: what a target holds, and under which version, is for whoever published it to know.
 */
export async function readOwnElsewhere(
  { publisher, library, house }: Pick<Newsroom, 'publisher' | 'library' | 'house'>,
  draft: string,
): Promise<Elsewhere | null> {
  const [ledger] = await publisher.ledger(draft)
  const entries = (await publisher.entries()).filter((entry) => entry.draft === draft)
  const records = ledger?.records ?? []
  if (records.length === 0 && entries.length === 0) return null
  const shown = listHoldings(records).filter(({ kind }) => kind !== 'withdraw')
  const waiting = entries.filter(({ kind }) => kind !== 'withdraw').map(({ target }) => target)
  return {
    library: library.id,
    desk: nameDesk(house),
    sequence: records.length,
    // A folder's address is a path of this machine, which is nobody else's.
    shown: shown.map(({ target, address, at }) => ({
      target,
      address: address !== null && /^https?:/.test(address) ? address : null,
      at,
    })),
    waiting: [...new Set(waiting)],
  }
}

/** What this desk is called by others. */
export function nameDesk({ organisation }: House): string {
  return organisation.short.slice(0, LONGEST_DESK)
}
