import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { computeBackoff, isDue, LONGEST_WAIT, parseRetryAfter } from '../../../src/newsroom/publish/index.ts'

const lowest = (count: number) => new Uint8Array(count)
const highest = (count: number) => new Uint8Array(count).fill(255)

describe('computeBackoff', () => {
  it('is uniform in nought to one second, doubled at each failure, at most five minutes', () => {
    const spans = [0, 1, 2, 8, 9, 60].map((failures) => [
      computeBackoff(failures, lowest),
      computeBackoff(failures, highest),
    ])
    expect(spans).toEqual([
      [0, 1_000],
      [0, 2_000],
      [0, 4_000],
      [0, 256_000],
      [0, 300_000],
      [0, 300_000],
    ])
  })

  it('waits out what the server asks for first, but never more than an hour', () => {
    expect([7, 99_999].map((seconds) => computeBackoff(0, lowest, seconds))).toEqual([7_000, 3_600_000])
  })

  it('uses the whole span', () => {
    const draws = Array.from({ length: 100 }, (_, i) =>
      computeBackoff(3, () => Uint8Array.of(i * 2.56, 0, 0, 0)),
    )
    const inEachTenth = Array.from(
      { length: 10 },
      (_, i) => draws.filter((each) => Math.floor(each / 800.1) === i).length,
    )
    expect(inEachTenth.every((count) => count >= 8 && count <= 12)).toBe(true)
  })

  it('never passes the longest wait', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.nat(),
        fc.uint8Array({ minLength: 4, maxLength: 4 }),
        (failures, wish, bytes) => {
          const wait = computeBackoff(failures, () => bytes, wish)
          return wait >= Math.min(wish, 3_600) * 1_000 && wait <= LONGEST_WAIT
        },
      ),
    )
  })
})

describe('parseRetryAfter', () => {
  const date = 'Thu, 13 Nov 2025 02:00:00 GMT'
  it.each<[Record<string, string>, number | null]>([
    [{}, null],
    [{ 'retry-after': '0' }, 0],
    [{ 'retry-after': '120' }, 120],
    [{ 'retry-after': '99999999999999999999' }, 3_600],
    [{ 'retry-after': '-5' }, null],
    [{ 'retry-after': 'nanti' }, null],
    [{ 'retry-after': 'Thu, 13 Nov 2025 02:01:30 GMT', date }, 90],
    [{ 'retry-after': 'Thu, 13 Nov 2025 01:00:00 GMT', date }, 0],
    [{ 'retry-after': 'Fri, 14 Nov 2025 02:00:00 GMT', date }, 3_600],
    [{ 'retry-after': 'Thu, 13 Nov 2025 02:01:30 GMT' }, null],
    [{ 'retry-after': 'Thu, 13 Nov 2025 02:01:30 GMT', date: 'kemarin' }, null],
  ])('reads %j as %j seconds', (headers, seconds) => {
    expect(parseRetryAfter(headers)).toBe(seconds)
  })
})

describe('isDue', () => {
  const now = Date.parse('2025-11-13T02:00:00Z')
  it.each([
    [null, true],
    ['2025-11-13T01:59:59.000Z', true],
    ['2025-11-13T02:00:00.000Z', true],
    ['2025-11-13T02:00:00.001Z', false],
    ['2025-11-13T03:05:00.000Z', false],
  ])('says of %j: %j', (dueAt, due) => {
    expect(isDue(dueAt, now)).toBe(due)
  })

  it('does not wait for an instant that was written before the clock was put back', () => {
    expect(isDue('2031-01-01T00:00:00.000Z', now)).toBe(true)
  })
})
