import type { Clock } from '../../../base/clock.ts'
import type { RandomBytes } from '../../../base/ids.ts'
import { computeBackoff, hasCome } from '../backoff.ts'
import { countFree, UNPROVEN, updateReach, type Reach, type ReachEvent } from '../reach.ts'
import type { Target } from '../target.ts'
import type { TrySignal } from './outcomes.ts'

/** The way to one host, shared by the targets that live there. */
export interface Lane {
  reach: Reach
  /** How many tries are out. */
  out: number
}

/** The lanes of a run. */
export interface Lanes {
  get(target: Target): Lane
  /** How many tries may start at an instant (milliseconds). */
  countFree(target: Target, now: number): number
  /** The instant until which everything for a target's host is held back; null when nothing is. */
  getHold(target: Target, now: number): number | null
  /** What a try of an entry, or the test of a target, told of its host. */
  note(target: Target, entry: string, signal: TrySignal): void
}

/** Makes the lanes: nothing is known of any host. */
export function createLanes(clock: Clock, random: RandomBytes): Lanes {
  const lanes = new Map<string, Lane>()
  const get = (target: Target): Lane => {
    const host = getHost(target)
    const lane = lanes.get(host) ?? { reach: UNPROVEN, out: 0 }
    lanes.set(host, lane)
    return lane
  }
  return {
    get,
    countFree: (target, now) => countFree(get(target).reach, get(target).out, now),
    getHold(target, now) {
      const { heldUntil } = get(target).reach
      return heldUntil === null || hasCome(heldUntil, now) ? null : heldUntil
    },
    note(target, entry, signal) {
      const lane = get(target)
      const retryAfter = signal.kind === 'trouble' ? signal.retryAfter : null
      const wait = computeBackoff(lane.reach.failures, random, retryAfter)
      lane.reach = updateReach(lane.reach, toReachEvent(signal, entry, wait), clock.now())
    },
  }
}

function toReachEvent({ kind }: TrySignal, entry: string, wait: number): ReachEvent {
  if (kind === 'answered') return { kind }
  return kind === 'unreachable' ? { kind, wait } : { kind, entry, wait }
}

function getHost({ type, url }: Target): string {
  return type === 'folder' ? url : new URL(url).host
}
