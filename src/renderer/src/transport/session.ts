/** What the page needs of the browser, so that it can be tried without one. */
export interface PageStorage {
  readonly getItem: (name: string) => string | null
  readonly setItem: (name: string, value: string) => void
}

export type Fetch = (path: string, request: RequestInit) => Promise<Response>

/** The key's place in the page's own storage, which belongs to this host and port and is shared by its tabs. */
const KEY_NAME = 'redaksi-key'

/** The page's key, or an empty text when nobody was let in yet. */
export function readKey(storage: PageStorage): string {
  return storage.getItem(KEY_NAME) ?? ''
}

/** The token in an address's fragment, or null. */
export function readToken(hash: string): string | null {
  return /^#[\w-]{43}$/.test(hash) ? hash.slice(1) : null
}

/**
 * Exchanges a token for a session: the cookie is set by the host, the key is kept here. Returns null when that worked,
 * else the code of the reason: `web.bad-token`, `web.locked-out`, `bridge.host-lost` or `bridge.bad-reply`.
 */
export async function exchangeToken(
  token: string,
  storage: PageStorage,
  fetch: Fetch,
): Promise<string | null> {
  const request = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  }
  let reply: unknown
  try {
    reply = await (await fetch('/session', request)).json()
  } catch {
    return 'bridge.host-lost'
  }
  const key = getField(getField(reply, 'value'), 'key')
  if (typeof key === 'string') {
    storage.setItem(KEY_NAME, key)
    return null
  }
  const code = getField(getField(reply, 'error'), 'code')
  return typeof code === 'string' ? code : 'bridge.bad-reply'
}

/** A field of untrusted data, or undefined. */
export function getField(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}
