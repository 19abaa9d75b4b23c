import { LOCALES, startOfDay, type Locale } from './time.ts'

const DAY = 24 * 60 * 60_000

/** The day of an instant as the head of a list: today, yesterday, else `Selasa, 24 November`, with its year if another. */
export function formatDayHead(iso: string, locale: Locale, now: number): string {
  const then = new Date(iso)
  const days = Math.round((startOfDay(new Date(now)) - startOfDay(then)) / DAY)
  if (days === 0 || days === 1) {
    const words = new Intl.RelativeTimeFormat(LOCALES[locale], { numeric: 'auto' }).format(-days, 'day')
    return words.charAt(0).toUpperCase() + words.slice(1)
  }
  const isThisYear = then.getFullYear() === new Date(now).getFullYear()
  const day: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long' }
  return new Intl.DateTimeFormat(LOCALES[locale], isThisYear ? day : { ...day, year: 'numeric' }).format(then)
}
