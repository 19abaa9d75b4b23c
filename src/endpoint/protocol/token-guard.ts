import { createHash, timingSafeEqual } from 'node:crypto'
import type { Clock } from '../../base/clock.ts'
import { RedaksiError } from '../../base/errors.ts'

/** So many wrong tokens of one address in so many milliseconds, and it is asked to wait. */
const ATTEMPTS = 20
const WINDOW = 60_000
/** No more addresses are remembered than this: the oldest are forgotten first. */
const ADDRESSES = 1000

/** Lets requests pass that carry a token. */
export interface TokenGuard {
  /** Throws `endpoint.unauthorised` {given}, or `endpoint.too-many-attempts` {seconds}. */
  check(authorization: string | undefined, address: string): void
}

/**
 * Guards the protocol with bearer tokens (RFC 6750). Only their digests are kept, and compared in constant time. A right
 * token passes even from an address that sent wrong ones: nobody can guess 256 bits, and behind a proxy everyone has one
 * address.
 */
export function createTokenGuard(tokens: readonly string[], clock: Clock): TokenGuard {
  const digests = tokens.map(digest)
  const wrong = new Map<string, { readonly since: number; count: number }>()

  function isKnown(token: string): boolean {
    const given = digest(token)
    return digests.reduce((found, each) => timingSafeEqual(each, given) || found, false)
  }

  function noteWrong(address: string): void {
    const now = clock.now()
    const noted = wrong.get(address)
    const entry = noted !== undefined && now - noted.since < WINDOW ? noted : { since: now, count: 0 }
    entry.count += 1
    wrong.delete(address)
    wrong.set(address, entry)
    const [oldest] = wrong.keys()
    if (wrong.size > ADDRESSES && oldest !== undefined) wrong.delete(oldest)
    if (entry.count <= ATTEMPTS) return
    const seconds = Math.max(1, Math.ceil((entry.since + WINDOW - now) / 1000))
    throw new RedaksiError('endpoint.too-many-attempts', { seconds })
  }

  return {
    check(authorization, address) {
      const token = /^Bearer +([\w.~+/-]+=*) *$/i.exec(authorization ?? '')?.[1]
      if (token !== undefined && isKnown(token)) return
      if (authorization !== undefined) noteWrong(address)
      throw new RedaksiError('endpoint.unauthorised', { given: authorization !== undefined })
    },
  }
}

function digest(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
