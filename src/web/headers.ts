import { listHosts } from './checks.ts'

/**
 * What every answer says, refusals included: nobody else may embed, frame or read it, no type is guessed, and the
 * page runs our own scripts alone, which cannot make markup or code of a string (Trusted Types).
 */
export function createHeaders(port: number): Readonly<Record<string, string>> {
  return {
    'cache-control': 'no-store',
    'content-security-policy': createPolicy(port, null),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  }
}

/**
 * The content security policy, as one header. The widgets of the page put a few rules of style into it as they start;
 * they show the nonce of that one answer, which nothing that is brought in from outside can know.
 */
export function createPolicy(port: number, styleNonce: string | null): string {
  // Some browsers do not count a WebSocket of the same host as 'self'.
  const sockets = listHosts(port).map((host) => `ws://${host}`)
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self'${styleNonce === null ? '' : ` 'nonce-${styleNonce}'`}`,
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "worker-src 'self'",
    `connect-src 'self' ${sockets.join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types redaksi-inert',
  ].join('; ')
}
