import { setTimeout as wait } from 'node:timers/promises'
import type { Clock } from '../../src/base/clock.ts'
import type { Sleep } from '../../src/newsroom/publish/node/sync.ts'

/** The most of the wall's milliseconds that pass between two looks: a machine that stalls for longer has not waited. */
const LONGEST_STEP = 100

/** A clock that runs so many times faster than the wall, and a sleep that keeps its pace: backoffs pass quickly. */
export function createFastTime(factor: number): { readonly clock: Clock; readonly sleep: Sleep } {
  let seen = Date.now()
  let time = seen
  const now = () => {
    const wall = Date.now()
    time += Math.min(wall - seen, LONGEST_STEP) * factor
    seen = wall
    return time
  }
  return {
    clock: { now },
    sleep: (milliseconds, signal) =>
      wait(Math.ceil(milliseconds / factor), undefined, { signal }).catch(() => undefined),
  }
}
