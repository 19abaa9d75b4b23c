/**
 * Why the web host turns a request down, or does not start.
 *
 * A request: `bad-request`, `host-refused` (it was not meant for us: Host names another),
 * `site-refused` and `origin-refused` (another page sent it), `not-json`, `no-session`, `bad-token`, `locked-out` (too
 * many wrong tokens: only a new start opens the door again), `too-large`, `not-found`.
 * A start: `port-taken` {port}, `port-refused` {port, reason}.
 */
export const WEB_ERROR_CODES = [
  'web.bad-request',
  'web.host-refused',
  'web.site-refused',
  'web.origin-refused',
  'web.not-json',
  'web.no-session',
  'web.bad-token',
  'web.locked-out',
  'web.too-large',
  'web.not-found',
  'web.port-taken',
  'web.port-refused',
] as const

export type WebErrorCode = (typeof WEB_ERROR_CODES)[number]
