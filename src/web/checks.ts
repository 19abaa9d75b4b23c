import type { WebErrorCode } from './contract.ts'
import { isSameSecret, type Credentials } from './credentials.ts'
import { findCookies, type RequestFacts } from './request-facts.ts'

/**
 * The loopback rules. Every request goes through all of them before a byte of its body is read, so that a page of
 * another site, a name made to point here, or another program's page on this machine can neither read nor change
 * anything. Each rule is a small function; the server is given the list.
 */

/** Who we are to a request. */
export interface OwnSide {
  readonly port: number
  readonly credentials: Credentials
}

export interface Refusal {
  readonly status: 400 | 401 | 403 | 415
  readonly code: WebErrorCode
}

/** One rule: null lets the request pass. */
export type Check = (request: RequestFacts, own: OwnSide) => Refusal | null

/** The path that exchanges a token for a session. */
export const SESSION_PATH = '/session'
/** Where events are heard. */
export const EVENTS_PATH = '/events'
/** Where bytes are put, under their SHA-256. */
export const BLOBS_PREFIX = '/blobs/'
/** Where methods are called, by their dotted names. */
export const BRIDGE_PREFIX = '/bridge/'

/** The name of our cookie: one for each port, as all ports share a jar. */
export function nameCookie(port: number): string {
  return `redaksi-${port}`
}

/** The names that we answer to; a browser leaves the port out when it is 80. */
export function listHosts(port: number): readonly string[] {
  return ['127.0.0.1', 'localhost'].map((name) => (port === 80 ? name : `${name}:${port}`))
}

/** A path on this server, not a whole address, as it would be sent to a proxy. */
export function checkTarget({ path }: RequestFacts): Refusal | null {
  return path.startsWith('/') ? null : { status: 400, code: 'web.bad-request' }
}

/** A name that was made to point at this machine (DNS rebinding) is not ours. */
export function checkHost({ hosts }: RequestFacts, { port }: OwnSide): Refusal | null {
  const isOurs = hosts.length === 1 && listHosts(port).includes(hosts[0] ?? '')
  return isOurs ? null : { status: 403, code: 'web.host-refused' }
}

/** The browser's own word on who sent it (Fetch Metadata). One that is too old says nothing, and Origin decides. */
export function checkFetchSite({ fetchSites }: RequestFacts): Refusal | null {
  const isOwn = fetchSites.every((site) => site === 'same-origin' || site === 'none')
  return isOwn ? null : { status: 403, code: 'web.site-refused' }
}

/** Whatever is not a plain GET must say that it comes from our page. One that says otherwise is refused in any case. */
export function checkOrigin({ method, isUpgrade, hosts, origins }: RequestFacts): Refusal | null {
  if (method === 'GET' && !isUpgrade && origins.length === 0) return null
  const isEqual = origins.length === 1 && origins[0] === `http://${hosts[0] ?? ''}`
  return isEqual ? null : { status: 403, code: 'web.origin-refused' }
}

/** A form of another site cannot send JSON. Bytes are put by PUT, which no form can send either. */
export function checkMediaType({ method, path, mediaType }: RequestFacts): Refusal | null {
  if (method === 'GET' || (method === 'PUT' && path.startsWith(BLOBS_PREFIX))) return null
  return mediaType === 'application/json' ? null : { status: 415, code: 'web.not-json' }
}

/** The page's files are no secret, and the exchange is how a session begins; everything else needs one. */
export function checkSession(request: RequestFacts, { port, credentials }: OwnSide): Refusal | null {
  if (isOpen(request)) return null
  return hasSession(request, { port, credentials }) ? null : { status: 401, code: 'web.no-session' }
}

/** A call needs the page's key, too. An upgrade cannot carry it and sends it as its first message. */
export function checkKey(request: RequestFacts, { credentials }: OwnSide): Refusal | null {
  if (isOpen(request) || request.isUpgrade) return null
  const [key] = request.keys
  const isRight = request.keys.length === 1 && key !== undefined && isSameSecret(key, credentials.key)
  return isRight ? null : { status: 401, code: 'web.no-session' }
}

/** All rules, in their order. */
export const LOOPBACK_CHECKS: readonly Check[] = [
  checkTarget,
  checkHost,
  checkFetchSite,
  checkOrigin,
  checkMediaType,
  checkSession,
  checkKey,
]

/** Whether a request carries the session's cookie. */
export function hasSession({ cookies }: RequestFacts, { port, credentials }: OwnSide): boolean {
  return findCookies(cookies, nameCookie(port)).some((value) => isSameSecret(value, credentials.session))
}

function isOpen({ method, path, isUpgrade }: RequestFacts): boolean {
  if (isUpgrade) return false
  return method === 'GET' || (method === 'POST' && path === SESSION_PATH)
}
