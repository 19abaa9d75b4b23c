import { hasCome } from './backoff.ts'

/**
 * What we know of the way to one host, so that a thousand waiting stories do not hammer a machine that cannot be
 * reached. Until the host has answered, one try at a time feels the way. A failed connection holds everything back. A
 * lost or refused try says something of its own story first; the second in a row, of another story, says it of the
 * host. While it is held back, one probe at a time, further and further apart.
 */
export interface Reach {
  readonly isProven: boolean
  /** Failed probes in a row. */
  readonly failures: number
  /** Nothing is tried before this instant (milliseconds), or null. */
  readonly heldUntil: number | null
  /** The entry whose try failed last, while it is the only one. */
  readonly suspect: string | null
}

/** `wait` is in milliseconds. */
export type ReachEvent =
  | { readonly kind: 'answered' }
  | { readonly kind: 'unreachable'; readonly wait: number }
  | { readonly kind: 'trouble'; readonly entry: string; readonly wait: number }

/** A host that nothing is known of. */
export const UNPROVEN: Reach = { isProven: false, failures: 0, heldUntil: null, suspect: null }

/** How many tries may be out to one target at a time. */
const MOST_AT_ONCE = 4

/** What is known after a try. */
export function updateReach(reach: Reach, event: ReachEvent, now: number): Reach {
  if (event.kind === 'answered') return { ...UNPROVEN, isProven: true }
  const isFirstDoubt =
    event.kind === 'trouble' && reach.failures === 0 && (reach.suspect ?? event.entry) === event.entry
  if (isFirstDoubt) return { ...UNPROVEN, suspect: event.entry }
  return { ...UNPROVEN, failures: reach.failures + 1, heldUntil: now + event.wait }
}

/** How many more tries may start now, when so many are out. */
export function countFree(reach: Reach, out: number, now: number): number {
  if (reach.heldUntil !== null && !hasCome(reach.heldUntil, now)) return 0
  return Math.max((reach.isProven ? MOST_AT_ONCE : 1) - out, 0)
}
