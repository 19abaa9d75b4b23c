import { describe, expect, it } from 'vitest'
import {
  countFree,
  UNPROVEN,
  updateReach,
  type Reach,
  type ReachEvent,
} from '../../../src/newsroom/publish/index.ts'

const NOW = 1_000_000
const after = (...events: readonly ReachEvent[]): Reach =>
  events.reduce((reach, event) => updateReach(reach, event, NOW), UNPROVEN)

const answered: ReachEvent = { kind: 'answered' }
const unreachable: ReachEvent = { kind: 'unreachable', wait: 500 }
const trouble = (entry: string): ReachEvent => ({ kind: 'trouble', entry, wait: 500 })

describe('updateReach', () => {
  it('lets one try feel the way, and four go once the host has answered', () => {
    expect([countFree(UNPROVEN, 0, NOW), countFree(UNPROVEN, 1, NOW)]).toEqual([1, 0])
    expect([0, 3, 4, 5].map((out) => countFree(after(answered), out, NOW))).toEqual([4, 1, 0, 0])
  })

  it('holds everything back while the host cannot be reached, then sends one probe', () => {
    const held = after(answered, unreachable)
    expect([countFree(held, 0, NOW), countFree(held, 0, NOW + 499), countFree(held, 0, NOW + 500)]).toEqual([
      0, 0, 1,
    ])
    expect(after(answered, unreachable, unreachable).failures).toBe(2)
  })

  it('opens again at the first answer', () => {
    expect(after(unreachable, unreachable, answered)).toEqual(after(answered))
  })

  it('takes one lost try for its story’s trouble, and a second story’s for the host’s', () => {
    expect(countFree(after(answered, trouble('a')), 0, NOW)).toBe(1)
    expect(countFree(after(answered, trouble('a'), trouble('a')), 0, NOW)).toBe(1)
    expect(countFree(after(answered, trouble('a'), trouble('b')), 0, NOW)).toBe(0)
    expect(countFree(after(answered, trouble('a'), answered, trouble('b')), 0, NOW)).toBe(1)
  })

  it('holds on at every failed probe, whichever entry it is', () => {
    expect(after(unreachable, trouble('a'), trouble('a')).failures).toBe(3)
  })

  it('is not held for ever by a clock that was put back', () => {
    expect(countFree(after(unreachable), 0, NOW - 10 * 3_600_000)).toBe(1)
  })
})
