import { z } from 'zod'
import type { EventDate } from '../story/index.ts'

const date = z.iso.date()

/** Whether a value is a day of the calendar as `YYYY-MM-DD`. */
export function isCalendarDate(value: unknown): value is string {
  return date.safeParse(value).success
}

/** Whether a text can be a story's slug as it stands. An empty one is a story's that has none yet. */
export function isSlug(text: string): boolean {
  return /^[0-9a-z-]*$/.test(text)
}

/** The event date in one word each for the day and for how its year is known: `2025-11-13 stated`. */
export function formatEvent(event: EventDate): string {
  return `${event.date} ${event.year}`
}

/** Reads what `formatEvent` prints; a day alone counts as stated. Null for anything else. */
export function parseEvent(text: string): EventDate | null {
  const [, day, year = 'stated'] = /^([0-9-]{10})(?: (stated|assumed))?$/.exec(text) ?? []
  return isCalendarDate(day) ? { date: day, year: year === 'assumed' ? 'assumed' : 'stated' } : null
}

/** Whether a text is a SHA-256 in lower-case hex digits, as files are named by it. */
export function isDigest(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text)
}
