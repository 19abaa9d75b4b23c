/** What a host says of the page that it serves; the same in all of them. */

/**
 * What every answer says, refusals included: nobody else may embed, frame or read it, no type is guessed, and the
 * page runs our own scripts alone, which cannot make markup or code of a string (Trusted Types).
 */
export function createPageHeaders(policy: string): Readonly<Record<string, string>> {
  return {
    'cache-control': 'no-store',
    'content-security-policy': policy,
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
 * they show the nonce of that one answer, which nothing that is brought in from outside can know. `sockets` are the
 * addresses that events come from.
 */
export function createPagePolicy(sockets: readonly string[], styleNonce: string | null): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self'${styleNonce === null ? '' : ` 'nonce-${styleNonce}'`}`,
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "worker-src 'self'",
    ["connect-src 'self'", ...sockets].join(' '),
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types redaksi-inert',
  ].join('; ')
}

/** Tells a page the nonce that its own rules of style may show. */
export function insertNonce(html: Uint8Array, nonce: string): string {
  return Buffer.from(html)
    .toString('utf8')
    .replace('<head>', `<head><meta property="csp-nonce" nonce="${nonce}">`)
}
