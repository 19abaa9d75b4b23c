import { setTimeout as wait } from 'node:timers/promises'
import type { Clock } from '../../src/base/clock.ts'
import type { Sleep } from '../../src/newsroom/publish/node/sync.ts'

/** A clock that runs so many times faster than the wall, and a sleep that keeps its pace: backoffs pass quickly. */
export function createFastTime(factor: number): { readonly clock: Clock; readonly sleep: Sleep } {
  const start = Date.now()
  return {
    clock: { now: () => start + (Date.now() - start) * factor },
    sleep: (milliseconds, signal) =>
      wait(Math.ceil(milliseconds / factor), undefined, { signal }).catch(() => undefined),
  }
}
