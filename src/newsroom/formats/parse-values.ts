import { z } from 'zod'

const date = z.iso.date()

/** Whether a value is a day of the calendar as `YYYY-MM-DD`. */
export function isCalendarDate(value: unknown): value is string {
  return date.safeParse(value).success
}

/** Whether a text can be a story's slug as it stands. An empty one is a story's that has none yet. */
export function isSlug(text: string): boolean {
  return /^[0-9a-z-]*$/.test(text)
}
