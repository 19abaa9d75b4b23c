import { createHash, timingSafeEqual } from 'node:crypto'
import type { RandomBytes } from '../base/ids.ts'

/**
 * What lets a page in. All three live as long as this process and are 256 random bits each.
 *
 * The token stands in the address's fragment, which a browser sends to nobody, and is exchanged for the other two. The
 * cookie travels by itself and is out of reach of scripts; but cookies do not tell ports apart, so a browser shows it
 * to every server on this machine. The key stays in the page's own storage, which does tell them apart, and is sent by
 * the page alone. A call needs both.
 */
export interface Credentials {
  readonly token: string
  readonly session: string
  readonly key: string
}

/** Draws the credentials of one run. */
export function createCredentials(random: RandomBytes): Credentials {
  const draw = (): string => Buffer.from(random(32)).toString('base64url')
  return { token: draw(), session: draw(), key: draw() }
}

/** Compares secrets in a time that tells nothing of where, or of how long, they differ. */
export function isSameSecret(given: string, expected: string): boolean {
  return timingSafeEqual(digest(given), digest(expected))
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
