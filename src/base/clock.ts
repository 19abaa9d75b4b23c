/** Wall time, in milliseconds since 1970 UTC. It orders nothing: counters do. It is an argument wherever it is needed. */
export interface Clock {
  now(): number
}

/**
 * A clock that starts at an instant and runs on at the pace of another one: how a wrong laptop clock is played.
 * `startIso` is an ISO 8601 instant; anything else throws a RangeError.
 */
export function createShiftedClock(startIso: string, base: Clock): Clock {
  const start = Date.parse(startIso)
  if (Number.isNaN(start)) throw new RangeError(`not an ISO instant: ${startIso}`)
  const offset = start - base.now()
  return { now: () => base.now() + offset }
}

/** An instant as an ISO 8601 string in UTC with milliseconds, the only form in which instants are stored. */
export function toIso(instant: number): string {
  return new Date(instant).toISOString()
}
