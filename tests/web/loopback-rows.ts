import { createTestRandom } from '../support/builders.ts'

/**
 * The rows of the loopback matrix: requests that differ from one that is allowed in up to two ways, and many that
 * differ in all. What should become of each is said by `isAllowed`, which knows nothing of the code under test.
 */
export interface Row {
  readonly route: Route
  readonly host: string
  readonly origin: string
  readonly site: string
  readonly cookie: string
  readonly key: string
  readonly type: string
}

/** What a row's words stand for is filled in when it is sent; `PORT` is ours, `OTHER` another. */
const HOSTS = [
  '127.0.0.1:PORT',
  'localhost:PORT',
  '127.0.0.1',
  '127.0.0.1:OTHER',
  'evil.example:PORT',
  '[::1]:PORT',
  'LOCALHOST:PORT',
  '127.0.0.1:PORT.evil.example',
  'absent',
  'twice',
]
const ORIGINS = [
  'http://127.0.0.1:PORT',
  'http://localhost:PORT',
  'http://127.0.0.1:OTHER',
  'https://127.0.0.1:PORT',
  'http://evil.example:PORT',
  'null',
  'absent',
  'twice',
]
const SITES = ['same-origin', 'none', 'same-site', 'cross-site', 'absent', 'twice']
const COOKIES = ['right', 'wrong', 'absent', 'other-port', 'wrong-and-right']
const KEYS = ['right', 'wrong', 'absent', 'twice']
const TYPES = [
  'application/json',
  'application/json; charset=utf-8',
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'absent',
  'twice',
]

export interface Route {
  readonly name: string
  readonly method: string
  readonly path: string
  readonly body: 'none' | 'right-token' | 'wrong-token' | 'argument' | 'bytes'
  /** What an allowed request needs beside the right Host and a tolerable site. */
  readonly needs: readonly ('origin' | 'json' | 'session' | 'key' | 'upgrade')[]
  /** A route that no request may use, however it is dressed. */
  readonly isClosed?: true
}

/** Of `bukan isinya`. */
const SHA256 = '0b6aeea1ec93d226d67dfb593256e68a5c02d7a9ec7a9b6f9a0a6ab684afce23'

const ROUTES: readonly Route[] = [
  { name: 'page', method: 'GET', path: '/', body: 'none', needs: [] },
  { name: 'asset', method: 'GET', path: '/assets/index-AbCd_12-.js', body: 'none', needs: [] },
  { name: 'exchange', method: 'POST', path: '/session', body: 'right-token', needs: ['origin', 'json'] },
  {
    name: 'bad token',
    method: 'POST',
    path: '/session',
    body: 'wrong-token',
    needs: ['origin', 'json'],
    isClosed: true,
  },
  {
    name: 'call',
    method: 'POST',
    path: '/bridge/carry.echo',
    body: 'argument',
    needs: ['origin', 'json', 'session', 'key'],
  },
  {
    name: 'bytes',
    method: 'PUT',
    path: `/blobs/${SHA256}`,
    body: 'bytes',
    needs: ['origin', 'session', 'key'],
  },
  { name: 'events', method: 'GET', path: '/events', body: 'none', needs: ['origin', 'session', 'upgrade'] },
  { name: 'call by GET', method: 'GET', path: '/bridge/carry.echo', body: 'none', needs: [], isClosed: true },
  { name: 'bytes by GET', method: 'GET', path: `/blobs/${SHA256}`, body: 'none', needs: [], isClosed: true },
  {
    name: 'call by PUT',
    method: 'PUT',
    path: '/bridge/carry.echo',
    body: 'argument',
    needs: [],
    isClosed: true,
  },
  {
    name: 'call by an upgrade',
    method: 'GET',
    path: '/bridge/carry.echo',
    body: 'none',
    needs: ['upgrade'],
    isClosed: true,
  },
  {
    name: 'call by POST and upgrade',
    method: 'POST',
    path: '/bridge/carry.echo',
    body: 'argument',
    needs: ['upgrade'],
    isClosed: true,
  },
  {
    name: 'preflight',
    method: 'OPTIONS',
    path: '/bridge/carry.echo',
    body: 'none',
    needs: [],
    isClosed: true,
  },
  { name: 'HEAD', method: 'HEAD', path: '/', body: 'none', needs: [], isClosed: true },
  { name: 'DELETE', method: 'DELETE', path: `/blobs/${SHA256}`, body: 'none', needs: [], isClosed: true },
  {
    name: 'proxy',
    method: 'POST',
    path: 'http://127.0.0.1:PORT/bridge/carry.echo',
    body: 'argument',
    needs: [],
    isClosed: true,
  },
  { name: 'way out', method: 'GET', path: '/../secret.html', body: 'none', needs: [], isClosed: true },
]

/** Whether a request may get through: the rules, said once more and in other words. */
export function isAllowed({ route, host, origin, site, cookie, key, type }: Row): boolean {
  if (route.isClosed === true) return false
  if (host !== '127.0.0.1:PORT' && host !== 'localhost:PORT') return false
  if (['same-site', 'cross-site', 'twice'].includes(site)) return false
  const isOwnOrigin = origin === `http://${host}`
  if (route.needs.includes('origin') ? !isOwnOrigin : !isOwnOrigin && origin !== 'absent') return false
  if (route.needs.includes('json') && !type.startsWith('application/json')) return false
  if (route.needs.includes('session') && !cookie.includes('right')) return false
  return !route.needs.includes('key') || key === 'right'
}

const GOOD = {
  host: '127.0.0.1:PORT',
  origin: 'http://127.0.0.1:PORT',
  site: 'same-origin',
  cookie: 'right',
  key: 'right',
  type: 'application/json',
}
const DIMENSIONS = { host: HOSTS, origin: ORIGINS, site: SITES, cookie: COOKIES, key: KEYS, type: TYPES }
type Dimension = keyof typeof DIMENSIONS
const NAMES = Object.keys(DIMENSIONS) as Dimension[]

/** Every row within two steps of a good one; within one step on a route that is closed to all. */
export function listNearRows(): readonly Row[] {
  const rows = new Map<string, Row>()
  for (const route of ROUTES) {
    for (const [i, a] of NAMES.entries()) {
      for (const b of NAMES.slice(i + 1)) {
        for (const valueA of DIMENSIONS[a]) {
          for (const valueB of route.isClosed === true ? [GOOD[b]] : DIMENSIONS[b]) {
            const row = { route, ...GOOD, [a]: valueA, [b]: valueB }
            rows.set(JSON.stringify(row), row)
          }
        }
      }
    }
  }
  return [...rows.values()]
}

/** Rows that differ in everything, the same in every run. */
export function listFarRows(count: number): readonly Row[] {
  const random = createTestRandom(2_025)
  const pick = <T>(values: readonly T[]): T => values[(random(1)[0] ?? 0) % values.length] as T
  return Array.from({ length: count }, () => ({
    route: pick(ROUTES),
    host: pick(HOSTS),
    origin: pick(ORIGINS),
    site: pick(SITES),
    cookie: pick(COOKIES),
    key: pick(KEYS),
    type: pick(TYPES),
  }))
}
