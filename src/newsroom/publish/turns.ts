import { isDue } from './backoff.ts'
import type { Entry } from './entry.ts'

/**
 * Whose turn it is. Order binds the entries of one story on one target, and nothing else: every other entry runs side
 * by side. What is parked waits for a person and holds nobody up.
 */

/**
 * The entries that may run now, look-ups first: they change nothing, and tell whether the target answers. Then those that
 * failed least, so that the ones that fail again and again do not stand before the rest.
 */
export function selectTurns(entries: readonly Entry[], now: number): readonly Entry[] {
  const ready = findHeads(entries).filter((entry) => isWaiting(entry) && isDue(entry.dueAt, now))
  return [
    ...ready.filter((each) => each.state === 'unknown'),
    ...ready.filter((each) => each.state === 'queued').sort((a, b) => a.failures - b.failures),
  ]
}

/** The instant at which the next entry that has to wait may run (milliseconds); null when none waits for a time. */
export function findNextDue(entries: readonly Entry[], now: number): number | null {
  const waits = findHeads(entries).filter((entry) => isWaiting(entry) && !isDue(entry.dueAt, now))
  return waits.length === 0 ? null : Math.min(...waits.map((entry) => Date.parse(entry.dueAt ?? '')))
}

/**
 * What a withdrawal overtakes: the older entries of the same story on the same target that wait, paused or parked ones
 * included. What is being sent or unknown must first tell how it ended.
 */
export function findOvertaken(entries: readonly Entry[]): readonly Entry[] {
  const withdrawals = entries.filter((entry) => entry.kind === 'withdraw')
  const isIdle = (entry: Entry) =>
    entry.state === 'queued' || entry.state === 'paused' || entry.state === 'parked'
  return entries.filter((entry) => isIdle(entry) && hasWithdrawalBehind(withdrawals, entry))
}

/** Whether a withdrawal of the same story waits behind an entry: then nothing of it is sent again. */
export function hasWithdrawalBehind(entries: readonly Entry[], entry: Entry): boolean {
  return entries.some(
    (other) => other.kind === 'withdraw' && other.order > entry.order && getLane(other) === getLane(entry),
  )
}

/** The first entry of each story on each target that is not parked, in order. */
function findHeads(entries: readonly Entry[]): readonly Entry[] {
  const heads = new Map<string, Entry>()
  for (const entry of entries) {
    if (entry.state === 'parked') continue
    const head = heads.get(getLane(entry))
    if (head === undefined || entry.order < head.order) heads.set(getLane(entry), entry)
  }
  return [...heads.values()].sort((a, b) => a.order - b.order)
}

const isWaiting = (entry: Entry): boolean => entry.state === 'queued' || entry.state === 'unknown'

/** One story on one target. A draft's id has a fixed length, so that no two pairs make the same word. */
const getLane = (entry: Entry): string => `${entry.draft} ${entry.target}`
