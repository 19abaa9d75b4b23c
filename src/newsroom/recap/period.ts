import { RedaksiError } from '../../base/errors.ts'
import type { MonthRange } from '../drafts/index.ts'
import type { RecapErrorCode } from './contract.ts'

/** What a recap is of: a month, `2025-10`, or a year, `2025`. */
export type Period = string

const PERIOD = /^[12]\d{3}(?:-(?:0[1-9]|1[0-2]))?$/

/** Whether a text names a period. */
export function isPeriod(text: string): boolean {
  return PERIOD.test(text)
}

/** Reads a period. Fails with `recap.period-malformed` {text}. */
export function parsePeriod(text: string): Period {
  if (isPeriod(text)) return text
  throw new RedaksiError<RecapErrorCode>('recap.period-malformed', { text })
}

/** Whether a period is a month. */
export function isMonth(period: Period): boolean {
  return period.length > 4
}

/** The months of a period, the first and the last. */
export function getMonths(period: Period): MonthRange {
  return isMonth(period) ? { from: period, to: period } : { from: `${period}-01`, to: `${period}-12` }
}

/** The period so many months, or years, later; before the year 1000 or after 2999 there is none: the same again. */
export function shiftPeriod(period: Period, by: number): Period {
  const [year = 0, month] = period.split('-').map(Number)
  const count = month === undefined ? (year + by) * 12 : year * 12 + month - 1 + by
  const shifted = String(Math.floor(count / 12)).padStart(4, '0')
  const next = month === undefined ? shifted : `${shifted}-${String((count % 12) + 1).padStart(2, '0')}`
  return isPeriod(next) ? next : period
}

/** The parts that a period is shown by, as `YYYY-MM-DD` days of a month or as `YYYY-MM` months of a year. */
export function listParts(period: Period): readonly string[] {
  const [year = 0, month] = period.split('-').map(Number)
  const count = month === undefined ? 12 : new Date(Date.UTC(year, month, 0)).getUTCDate()
  return Array.from({ length: count }, (_, i) => `${period}-${String(i + 1).padStart(2, '0')}`)
}
