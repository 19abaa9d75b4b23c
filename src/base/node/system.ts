import { randomBytes } from 'node:crypto'
import type { Clock } from '../clock.ts'
import { createShiftedClock } from '../clock.ts'
import type { RandomBytes } from '../ids.ts'

/** Random bytes from the operating system. */
export const systemRandom: RandomBytes = (count) => randomBytes(count)

/** This machine's wall clock; with an ISO instant (`REDAKSI_NOW`), one that starts there and runs on. */
export function createSystemClock(startIso?: string): Clock {
  const system: Clock = { now: () => Date.now() }
  return startIso === undefined || startIso === '' ? system : createShiftedClock(startIso, system)
}
