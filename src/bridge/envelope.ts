import { isRedaksiError, RedaksiError, type ErrorCode, type ErrorDetails } from '../base/errors.ts'
import type { BridgeErrorCode } from './contract.ts'

/** A failure as it crosses the bridge. `message` is for logs; text for people is keyed by `code`. */
export interface Failure {
  readonly code: ErrorCode
  readonly message: string
  readonly details: ErrorDetails
}

/**
 * A reply as it crosses the bridge. It is data: Electron drops the fields of a thrown error, and a web server has no
 * exceptions to send.
 */
export type Envelope<T = unknown> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure }

/** Wraps an expected failure. */
export function createFailure({ code, message, details }: RedaksiError): Envelope<never> {
  return { ok: false, error: { code, message, details } }
}

/**
 * Takes the value out of an envelope, or throws the failure as a RedaksiError. `reply` is untrusted: anything that is
 * no envelope throws `bridge.bad-reply` {method}.
 */
export function openEnvelope(reply: unknown, method: string): unknown {
  if (!isRecord(reply)) throw createBadReply(method)
  if (reply['ok'] === true) return reply['value']
  const error = reply['error']
  if (reply['ok'] !== false || !isRecord(error)) throw createBadReply(method)
  const { code, details } = error
  if (!isErrorCode(code) || !isDetails(details)) throw createBadReply(method)
  throw new RedaksiError(code, details)
}

/** Turns whatever was thrown into an envelope. What was not foreseen is a bug: it goes to `onBug`, not over the bridge. */
export function wrapError(
  error: unknown,
  method: string,
  onBug: (error: unknown, method: string) => void,
): Envelope<never> {
  if (isRedaksiError(error)) return createFailure(error)
  onBug(error, method)
  return createFailure(new RedaksiError<BridgeErrorCode>('bridge.bug', { method }))
}

function createBadReply(method: string): RedaksiError<BridgeErrorCode> {
  return new RedaksiError('bridge.bad-reply', { method })
}

function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && /^[a-z-]+\.[a-z-]+$/.test(value)
}

function isDetails(value: unknown): value is ErrorDetails {
  return (
    isRecord(value) &&
    Object.values(value).every(
      (fact) => fact === null || ['string', 'number', 'boolean'].includes(typeof fact),
    )
  )
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
