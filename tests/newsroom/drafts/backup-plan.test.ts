import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  chooseExpired,
  formatBackupName,
  isBackupDue,
  parseBackupName,
  type BackupKeep,
} from '../../../src/newsroom/drafts/backup-plan.ts'

const DAY = 86_400_000
const KEEP: BackupKeep = { daily: 7, weekly: 4, monthly: 12 }

interface Backup {
  readonly sequence: number
  readonly day: string
}

/** Days after 1 January 2026, a Thursday. */
const dayAfter = (days: number): string =>
  new Date(Date.parse('2026-01-01') + days * DAY).toISOString().slice(0, 10)

/** What is there after a backup on each of these days, each followed by what the plan removes. */
function liveThrough(days: readonly number[], keep = KEEP): readonly Backup[] {
  let kept: readonly Backup[] = []
  days.forEach((day, i) => {
    kept = [...kept, { sequence: i + 1, day: dayAfter(day) }]
    const expired = new Set(chooseExpired(kept, keep))
    kept = kept.filter((backup) => !expired.has(backup))
  })
  return kept
}

const listDays = (backups: readonly Backup[]): readonly string[] => backups.map(({ day }) => day)
const countTo = (days: number): readonly number[] => Array.from({ length: days }, (_, i) => i)

describe('chooseExpired', () => {
  it('keeps the last of each of the newest days, weeks and months', () => {
    const year = liveThrough(countTo(365))
    expect(listDays(year)).toEqual([
      ...['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31', '2026-06-30'],
      ...['2026-07-31', '2026-08-31', '2026-09-30', '2026-10-31', '2026-11-30'],
      ...['2026-12-13', '2026-12-20', '2026-12-25', '2026-12-26', '2026-12-27', '2026-12-28'],
      ...['2026-12-29', '2026-12-30', '2026-12-31'],
    ])
  })

  it('keeps the two newest, whatever is asked for, and several of one day only so far', () => {
    const keep = { daily: 1, weekly: 0, monthly: 0 }
    expect(liveThrough([0], keep)).toHaveLength(1)
    expect(liveThrough([0, 0, 0, 0], keep).map(({ sequence }) => sequence)).toEqual([3, 4])
    expect(liveThrough(countTo(30), keep).map(({ sequence }) => sequence)).toEqual([29, 30])
  })

  it('removes nothing for its age: months without a backup cost none', () => {
    const before = liveThrough(countTo(20))
    const after = liveThrough([...countTo(20), 400])
    // It costs the oldest week and the oldest day their places, as any other backup would.
    const lost = listDays(before).filter((day) => !listDays(after).includes(day))
    expect(lost).toEqual([dayAfter(3), dayAfter(13)])
  })

  it.each([
    ['set forward a year for a day', [...countTo(20), 385, 20, 21]],
    ['set back two years for a day', [...countTo(20), -710, 20, 21]],
  ])('neither empties the folder nor piles up when the clock is %s', (_, days) => {
    const kept = listDays(liveThrough(days))
    // One day of the wrong clock takes one place among the days.
    const [last] = days.slice(-1)
    for (const day of [0, 1, 3, 4].map((back) => dayAfter((last ?? 0) - back))) expect(kept).toContain(day)
    expect(kept.length).toBeLessThanOrEqual(12)
    const later = [...days, ...countTo(40).map((day) => 22 + day)]
    expect(listDays(liveThrough(later)).slice(-7)).toEqual(countTo(7).map((day) => dayAfter(55 + day)))
  })

  it('never removes the newest, and keeps a bounded number, however the clock jumps', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -3_000, max: 3_000 }), { minLength: 1, maxLength: 80 }),
        (days) => {
          const kept = liveThrough(days)
          expect(kept.at(-1)?.sequence).toBe(days.length)
          expect(kept.length).toBeLessThanOrEqual(KEEP.daily + KEEP.weekly + KEEP.monthly + 1)
          expect(kept.length).toBeGreaterThanOrEqual(Math.min(days.length, 2))
          expect(new Set(listDays(kept)).size).toBeGreaterThanOrEqual(Math.min(new Set(days).size, 1))
        },
      ),
    )
  })
})

describe('isBackupDue', () => {
  const onDay = (day: string) => [
    { sequence: 2, day },
    { sequence: 1, day: '2026-11-01' },
  ]

  it.each([
    ['no backup is there', [], 'day', '2026-11-24', true],
    ['the newest is of today', onDay('2026-11-24'), 'day', '2026-11-24', false],
    ['the newest is of yesterday', onDay('2026-11-23'), 'day', '2026-11-24', true],
    ['days were missed', onDay('2026-11-03'), 'day', '2026-11-24', true],
    ['the clock was set back', onDay('2027-11-24'), 'day', '2026-11-24', true],
    ['the week is the same, Monday to Sunday', onDay('2026-11-23'), 'week', '2026-11-29', false],
    ['a new week has begun', onDay('2026-11-29'), 'week', '2026-11-30', true],
    ['the month is the same', onDay('2026-11-02'), 'month', '2026-11-30', false],
    ['a new month has begun', onDay('2026-11-30'), 'month', '2026-12-01', true],
  ] as const)('when %s', (_, backups, every, today, isDue) => {
    expect(isBackupDue(backups, every, today)).toBe(isDue)
  })
})

describe('a backup’s name', () => {
  it('is read as it was written, and sorts as the backups were made', () => {
    const name = { library: '1b9d6bcd', sequence: 12, day: '2026-11-24', time: '0931' }
    expect(formatBackupName(name)).toBe('redaksi-1b9d6bcd-000012-2026-11-24-0931.tar.gz')
    expect(parseBackupName(formatBackupName(name))).toEqual(name)
  })

  it.each([
    'cadangan.tar.gz',
    'redaksi-1b9d6bcd-000012-2026-99-24-0931.tar.gz',
    'redaksi-1b9d6bcd-000012-2026-11-24-0931.tar.gz.12-3.tmp',
    'redaksi-1b9d6bcd-12-2026-11-24-0931.tar.gz',
  ])('is not %s', (name) => {
    expect(parseBackupName(name)).toBeNull()
  })
})
