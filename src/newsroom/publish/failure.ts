import { isRedaksiError } from '../../base/errors.ts'
import { TRY_ERROR_CODES, type TryErrorCode } from './contract.ts'

/** What a failed try made known, in the words of the port. `retryAfter` is in seconds. */
export interface TryFailure {
  readonly code: TryErrorCode
  readonly detail: string
  readonly retryAfter: number | null
}

/** The longest text of a target that is kept with an entry. */
const LONGEST_DETAIL = 500

/**
 * Reads what an adapter threw. Anything that the port does not foresee is a bug of the adapter; how far it had come is
 * not known, so the outcome is unknown.
 */
export function readTryFailure(error: unknown): TryFailure {
  const code = isRedaksiError(error) ? TRY_ERROR_CODES.find((each) => each === error.code) : undefined
  if (!isRedaksiError(error) || code === undefined) {
    return { code: 'publish.outcome-unknown', detail: cleanDetail(String(error)), retryAfter: null }
  }
  const { detail, retryAfter } = error.details
  return {
    code,
    detail: typeof detail === 'string' ? cleanDetail(detail) : '',
    retryAfter: typeof retryAfter === 'number' ? retryAfter : null,
  }
}

/** A foreign text as one short line without control characters and without marks that turn the direction of text. */
function cleanDetail(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim()
  return line.length <= LONGEST_DETAIL ? line : `${line.slice(0, LONGEST_DETAIL - 1).toWellFormed()}…`
}
