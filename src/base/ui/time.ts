const MINUTE = 60_000
/** The languages as `Intl` names them. */
export const LOCALES = { id: 'id-ID', en: 'en-GB' } as const

export type Locale = keyof typeof LOCALES

/** A time of day as the reader's language writes it: `09.41`, `09:41`. */
export function formatClock(iso: string, locale: Locale): string {
  return new Intl.DateTimeFormat(LOCALES[locale], { hour: '2-digit', minute: '2-digit' }).format(
    new Date(iso),
  )
}

/** How long ago something was, in a word for a list: now, minutes, today's hour, yesterday, else the day. */
export function formatAge(iso: string, locale: Locale, now: number): string {
  const then = new Date(iso)
  const past = now - then.getTime()
  const relative = new Intl.RelativeTimeFormat(LOCALES[locale], { numeric: 'auto', style: 'narrow' })
  if (past < MINUTE) return relative.format(0, 'second')
  if (past < 60 * MINUTE) return relative.format(-Math.floor(past / MINUTE), 'minute')
  const days = Math.round((startOfDay(new Date(now)) - startOfDay(then)) / (24 * 60 * MINUTE))
  if (days === 0) return formatClock(iso, locale)
  if (days === 1) return relative.format(-1, 'day')
  const isThisYear = then.getFullYear() === new Date(now).getFullYear()
  const day: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short' }
  const options = isThisYear ? day : { ...day, year: 'numeric' as const }
  return new Intl.DateTimeFormat(LOCALES[locale], options).format(then)
}

/** A day of the calendar, `YYYY-MM-DD`, with as much of it as is asked for, as the reader's language writes it. */
export function formatDate(day: string, locale: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
}

/** A day, `YYYY-MM-DD`, as the reader's language writes it: `24 November 2026`. */
export function formatLongDay(day: string, locale: Locale): string {
  return formatDate(day, LOCALES[locale], { day: 'numeric', month: 'long', year: 'numeric' })
}

/** A whole number with the reader's separators. */
export function formatNumber(value: number, locale: Locale): string {
  // Up to here there are none, and the first formatter costs a page milliseconds at its start.
  return value < 1_000 ? String(value) : new Intl.NumberFormat(LOCALES[locale]).format(value)
}

/** The instant at which a day began here, in milliseconds. */
export function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()
}

/** A month, given as `YYYY-MM`, as the reader's language writes it: `November 2025`. */
export function formatMonth(month: string, locale: Locale): string {
  return formatDate(`${month}-01`, LOCALES[locale], { month: 'long', year: 'numeric' })
}

/** The day of an instant, with its year, as the reader's language writes it: `14 Nov 2025`. */
export function formatDay(iso: string, locale: Locale): string {
  const day: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric' }
  return new Intl.DateTimeFormat(LOCALES[locale], day).format(new Date(iso))
}
