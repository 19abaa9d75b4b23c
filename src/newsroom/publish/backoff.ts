import type { RandomBytes } from '../../base/ids.ts'

const FIRST = 1_000
const LONGEST = 5 * 60_000
/** The longest that a server's `Retry-After` may hold us back, in seconds. */
const LONGEST_FLOOR = 3_600

/** No wait of ours is longer, in milliseconds: an instant further away was written under another clock. */
export const LONGEST_WAIT = LONGEST_FLOOR * 1_000 + LONGEST

/**
 * How long to wait after a try that settled nothing, in milliseconds: full jitter, uniform in [0, min(5 min, 1 s · 2ⁿ)]
 * where n is how many such tries came before. A server's wish, in seconds, is waited out first.
 */
export function computeBackoff(
  failures: number,
  random: RandomBytes,
  retryAfter: number | null = null,
): number {
  const ceiling = Math.min(LONGEST, FIRST * 2 ** failures)
  const floor = Math.min(retryAfter ?? 0, LONGEST_FLOOR) * 1_000
  return floor + Math.floor(drawFraction(random) * (ceiling + 1))
}

/**
 * Reads `Retry-After` (RFC 9110, 10.2.3) in seconds. A date is measured against the answer's own `Date`, since the
 * clocks of laptops are wrong; without one it says nothing. Null when absent or unreadable; never more than an hour.
 */
export function parseRetryAfter(headers: Readonly<Record<string, string>>): number | null {
  const text = headers['retry-after']?.trim() ?? ''
  const seconds = /^\d+$/.test(text)
    ? Number(text)
    : (Date.parse(text) - Date.parse(headers['date'] ?? '')) / 1_000
  return Number.isNaN(seconds) ? null : Math.min(Math.max(Math.ceil(seconds), 0), LONGEST_FLOOR)
}

/**
 * Whether an instant (milliseconds) has come. Order and conflict never depend on it. One further away than we ever wait
 * was set before the clock was put back, and has come.
 */
export function hasCome(instant: number, now: number): boolean {
  return instant <= now || instant - now > LONGEST_WAIT
}

/** Whether an entry's instant (ISO) has come; one without may go at once. */
export function isDue(dueAt: string | null, now: number): boolean {
  return dueAt === null || hasCome(Date.parse(dueAt), now)
}

/** Uniform in [0, 1), from 32 random bits. */
function drawFraction(random: RandomBytes): number {
  return random(4).reduce((sum, byte) => sum * 256 + byte, 0) / 2 ** 32
}
