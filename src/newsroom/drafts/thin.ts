import type { Snapshot, SnapshotReason } from './snapshot.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** How much of the past is kept how densely: up to `age`, one snapshot for each stretch of `every`. All in milliseconds. */
const DENSITIES = [
  { age: 2 * DAY, every: 0 },
  { age: 14 * DAY, every: HOUR },
  { age: 180 * DAY, every: DAY },
  { age: Infinity, every: 30 * DAY },
]

/** What was signed off, published or handed over stays for good: somebody outside has read just that. */
const LASTING: readonly SnapshotReason[] = ['sign-off', 'publish', 'send', 'handover']

/** Whether a snapshot that was kept for this reason is never thinned. */
export function isLasting(reason: SnapshotReason): boolean {
  return LASTING.includes(reason)
}

/**
 * Which revisions may be removed from a history, oldest first: all of two days are kept, then one an hour for two
 * weeks, one a day for half a year, one a month for ever. The first, the last, what was signed off, published or handed
 * over, and the named ones (by a person, a sign-off, a packet or the ledger) always stay. Ages beyond the clock's
 * present are taken as new.
 */
export function chooseThinned(
  revisions: readonly Pick<Snapshot, 'revision' | 'at' | 'reason'>[],
  named: ReadonlySet<number>,
  now: number,
): readonly number[] {
  const ordered = [...revisions].sort((a, b) => a.revision - b.revision)
  const taken = new Set<string>()
  return ordered.flatMap((each, i) => {
    const stretch = nameStretch(now - Date.parse(each.at), Date.parse(each.at))
    const isFree = stretch !== null && taken.has(stretch)
    if (stretch !== null) taken.add(stretch)
    const isEnd = i === 0 || i === ordered.length - 1
    return isFree && !isEnd && !isLasting(each.reason) && !named.has(each.revision) ? [each.revision] : []
  })
}

/** The stretch of time of which one snapshot is enough; null where each is kept. */
function nameStretch(age: number, at: number): string | null {
  const every = DENSITIES.find((density) => age <= density.age)?.every ?? 0
  return every === 0 ? null : `${every}/${Math.floor(at / every)}`
}
