import type { EntrySummary } from './entry.ts'
import type { LedgerRecord } from './ledger.ts'

/** Where one revision of a story is: which targets show it, which it is on its way to, and which are left. */
export interface RevisionPlaces {
  readonly shown: readonly string[]
  readonly waiting: readonly string[]
  readonly left: readonly string[]
}

/** Tells where a revision is. `holdings` are the newest records of the targets, `entries` those of the story's outbox. */
export function findRevisionPlaces(
  revision: number,
  facts: {
    readonly targets: readonly string[]
    readonly holdings: readonly Pick<LedgerRecord, 'target' | 'kind' | 'revision'>[]
    readonly entries: readonly Pick<EntrySummary, 'target' | 'kind' | 'revision'>[]
  },
): RevisionPlaces {
  const { targets, holdings, entries } = facts
  const isOf = (each: Pick<LedgerRecord, 'kind' | 'revision'>) =>
    each.kind !== 'withdraw' && each.revision === revision
  const list = (records: readonly Pick<LedgerRecord, 'target' | 'kind' | 'revision'>[]) =>
    new Set(records.filter(isOf).map(({ target }) => target))
  const [shown, waiting] = [list(holdings), list(entries)]
  return {
    shown: targets.filter((target) => shown.has(target) && !waiting.has(target)),
    waiting: targets.filter((target) => waiting.has(target)),
    left: targets.filter((target) => !shown.has(target) && !waiting.has(target)),
  }
}
