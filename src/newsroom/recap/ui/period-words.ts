import { formatDate } from '../../../base/ui/time.ts'
import { isMonth, type Period } from '../period.ts'

/** A period in words: `Oktober 2025`, `2025`. */
export function formatPeriod(period: Period, locale: string): string {
  if (!isMonth(period)) return period
  return formatDate(`${period}-01`, locale, { month: 'long', year: 'numeric' })
}

/** A part of a period in words, a day of a month or a month of a year: `Senin, 6 Oktober`, `Oktober`. */
export function formatPart(part: string, locale: string): string {
  return part.length > 7
    ? formatDate(part, locale, { weekday: 'long', day: 'numeric', month: 'long' })
    : formatDate(`${part}-01`, locale, { month: 'long' })
}

/** The same as short as it fits below a column: `6`, `Okt`. */
export function shortenPart(part: string, locale: string): string {
  return part.length > 7
    ? String(Number(part.slice(-2)))
    : formatDate(`${part}-01`, locale, { month: 'short' })
}

/** A day in figures and a short month: `6 Okt`. */
export function formatDay(day: string, locale: string): string {
  return formatDate(day, locale, { day: 'numeric', month: 'short' })
}
