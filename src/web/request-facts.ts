import type { IncomingMessage } from 'node:http'
import { getMediaType } from '../base/http.ts'

/** The header that carries a page's key. A page of another origin may not send it. */
const KEY_HEADER = 'x-redaksi-key'

/** What the checks look at. A header is a list: one that stands twice must not be taken for the first or the last. */
export interface RequestFacts {
  readonly method: string
  /** The target as it was sent, up to the question mark; nothing decoded. */
  readonly path: string
  readonly isUpgrade: boolean
  readonly hosts: readonly string[]
  readonly origins: readonly string[]
  readonly fetchSites: readonly string[]
  readonly mediaType: string | null
  readonly cookies: readonly string[]
  readonly keys: readonly string[]
}

/** Reads the facts of a request whose body has not been read. */
export function readFacts(request: IncomingMessage, isUpgrade: boolean): RequestFacts {
  const { method = '', url = '', rawHeaders } = request
  const list = (name: string): readonly string[] =>
    rawHeaders.filter((_, i) => i % 2 === 1 && rawHeaders[i - 1]?.toLowerCase() === name)
  const types = list('content-type')
  return {
    method,
    path: url.split('?', 1)[0] ?? '',
    isUpgrade,
    hosts: list('host'),
    origins: list('origin'),
    fetchSites: list('sec-fetch-site'),
    mediaType: types.length === 1 ? getMediaType({ 'content-type': types[0] ?? '' }) : null,
    cookies: list('cookie'),
    keys: list(KEY_HEADER),
  }
}

/** The values that a cookie's name has: a server on another port may have set a second one beside ours. */
export function findCookies(headers: readonly string[], name: string): readonly string[] {
  return headers
    .flatMap((header) => header.split(';'))
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1))
}
