import type { EventDate } from './story.ts'

/** Sunday first, as `getUTCDay` counts. */
const WEEKDAYS = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'] as const
export const MONTHS = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
] as const

const DAY_MS = 86_400_000
const BLANK = '[ \\t\\r\\n\\u00a0]'
const WEEKDAY = `(?:${WEEKDAYS.join('|')}|Jum['’]at|Ahad)`
const SHORT = `(\\d{1,2})/(\\d{1,2})(?:/(\\d{4}))?`
const LONG = `(\\d{1,2})${BLANK}(${MONTHS.join('|')})(?:${BLANK}(\\d{4}))?`
const EVENT = new RegExp(
  `(?<![\\p{L}\\p{N}])${WEEKDAY}(?:,?${BLANK}?\\(${SHORT}\\)|,?${BLANK}\\(?${LONG}(?![\\p{L}\\p{N}])\\)?)`,
  'iu',
)
const DAY = new RegExp(
  `^(?:${WEEKDAY},?${BLANK}?)?\\(?(?:(\\d{1,2})[/.-](\\d{1,2})(?:[/.-](\\d{4}))?|(\\d{1,2})${BLANK}(\\p{L}{3,9})(?:${BLANK}(\\d{4}))?)\\)?$`,
  'iu',
)

/**
 * Finds the first weekday that a date follows, `Jumat (17/10)` or `Jumat, 17 Oktober 2025`.
 * A year that is not printed is `options.year`, else the one that brings the date nearest to `options.today`
 * (`YYYY-MM-DD`). Returns null when there is none, or when the calendar has no such day.
 */
export function findEventDate(
  text: string,
  options: { readonly today: string; readonly year?: number | undefined },
): EventDate | null {
  const found = EVENT.exec(text)
  if (found === null) return null
  const [, shortDay, shortMonth, shortYear, longDay, monthName, longYear] = found
  const day = Number(shortDay ?? longDay)
  const month = monthName === undefined ? Number(shortMonth) : getMonthNumber(monthName)
  const printed = shortYear ?? longYear
  const year = printed === undefined ? options.year : Number(printed)
  if (year === undefined) return assumeYear(month, day, options.today)
  const date = toDate(year, month, day)
  return date === null ? null : { date, year: 'stated' }
}

/**
 * Reads a text that is a day and nothing else, a weekday before it or not: `17/10`, `17/10/2025`, `17 okt 2025`,
 * `Jumat (17/10)`. A year that is not there is the one that brings the date nearest to `today` (`YYYY-MM-DD`).
 * Returns null for any other text.
 */
export function readDay(text: string, today: string): EventDate | null {
  const found = DAY.exec(text)
  if (found === null) return null
  const [, shortDay, shortMonth, shortYear, longDay, monthName, longYear] = found
  const day = Number(shortDay ?? longDay)
  const month = monthName === undefined ? Number(shortMonth) : getMonthNumber(monthName)
  const year = shortYear ?? longYear
  if (year === undefined) return assumeYear(month, day, today)
  const date = toDate(Number(year), month, day)
  return date === null ? null : { date, year: 'stated' }
}

/** A day as the lede prints it, its weekday with day and month: `Jumat (17/10)`. */
export function formatLedeDate(date: string): string {
  return `${getWeekday(date)} (${Number(date.slice(8, 10))}/${Number(date.slice(5, 7))})`
}

/** A day in Indonesian words, from `YYYY-MM-DD`: `Jumat, 17 Oktober 2025`. */
export function formatLongDate(date: string): string {
  return `${getWeekday(date)}, ${formatDayAndMonth(date)} ${Number(date.slice(0, 4))}`
}

/** A day without its weekday and year: `17 Oktober`. */
export function formatDayAndMonth(date: string): string {
  return `${Number(date.slice(8, 10))} ${MONTHS[Number(date.slice(5, 7)) - 1] ?? ''}`
}

/** The Indonesian weekday of a day given as `YYYY-MM-DD`. */
export function getWeekday(date: string): string {
  return WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? ''
}

/** The day as `YYYY-MM-DD`, or null when the calendar has none such (31 April). */
function toDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(2000, 0, 1))
  date.setUTCFullYear(year, month - 1, day)
  const fits = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && date.getUTCFullYear() === year
  return fits && year >= 1000 ? date.toISOString().slice(0, 10) : null
}

/** 29 February may be eight years away from the next one. A tie goes to the past: news has happened. */
function assumeYear(month: number, day: number, today: string): EventDate | null {
  const now = Date.parse(`${today}T00:00:00Z`)
  const thisYear = Number(today.slice(0, 4))
  let nearest: string | null = null
  let distance = Number.POSITIVE_INFINITY
  for (let year = thisYear - 8; year <= thisYear + 8; year += 1) {
    const date = toDate(year, month, day)
    if (date === null) continue
    const away = Math.abs(Date.parse(`${date}T00:00:00Z`) - now) / DAY_MS
    if (away < distance) [nearest, distance] = [date, away]
  }
  return nearest === null ? null : { date: nearest, year: 'assumed' }
}

/** The number of a month from 1, by its name or how it begins (`okt`); 0 when there is none such. */
function getMonthNumber(name: string): number {
  return MONTHS.findIndex((month) => month.toLowerCase().startsWith(name.toLowerCase())) + 1
}
