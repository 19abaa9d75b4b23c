/** One HTTP answer, read whole. Header names are lower case; the values of a repeated header are joined by `, `. */
export interface HttpAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/** Why no request left: the name is unknown, nobody listens, no route, no trusted TLS, too slow, stopped, unsendable. */
export type NotSentReason = 'dns' | 'refused' | 'unreachable' | 'tls' | 'timeout' | 'stopped' | 'malformed'

/** How an answer was lost after sending had begun. */
export type LostReason = 'reset' | 'timeout' | 'cut' | 'too-long' | 'malformed' | 'stopped'

/**
 * What is known of a request: it was answered; or no byte of it left this machine; or it may have been carried out and
 * the answer is lost. The last two must never be taken for each other: the first may be sent again, the second may not.
 */
export type HttpOutcome =
  | ({ readonly kind: 'answered' } & HttpAnswer)
  | { readonly kind: 'not-sent'; readonly reason: NotSentReason }
  | { readonly kind: 'lost'; readonly reason: LostReason }

/** The media type of an answer in lower case without its parameters (RFC 9110, 8.3.1), or null when none is given. */
export function getMediaType(headers: Readonly<Record<string, string>>): string | null {
  const type = (headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''
  return type === '' ? null : type
}
