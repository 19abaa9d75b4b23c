import { getMediaType, type HttpAnswer } from '../../base/http.ts'
import { parseRetryAfter } from './backoff.ts'

/**
 * What an answer to a write makes known. `accepted` is not yet success: the body must have the expected shape and hold
 * our own id. `unknown`: the write may have been carried out.
 */
export type Verdict =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'busy'; readonly retryAfter: number | null }
  | { readonly kind: 'unauthorised' }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'rejected' }
  | { readonly kind: 'unknown' }

const UNKNOWN: Verdict = { kind: 'unknown' }
const UNSETTLED = [408, 425]
/** Servers in front of the target refuse a long body by themselves, with a page of HTML. */
const TOO_LARGE = 413

/**
 * Judges an answer by its status and media type. What is not in one of the expected media types does not come from the
 * target: a captive portal's page is neither success nor refusal. Redirects are never followed.
 */
export function classifyAnswer(answer: HttpAnswer, expected: readonly string[]): Verdict {
  const { status, headers } = answer
  const isExpected = expected.includes(getMediaType(headers) ?? '')
  if (status === 200 || status === 201) return isExpected ? { kind: 'accepted' } : UNKNOWN
  if (status === 401 || status === 403) return { kind: 'unauthorised' }
  if (status === 409 || status === 412) return { kind: 'conflict' }
  if (status === 429 || (status === 503 && isExpected))
    return { kind: 'busy', retryAfter: parseRetryAfter(headers) }
  if (status === TOO_LARGE) return { kind: 'rejected' }
  const isRefusal = status >= 400 && status < 500 && !UNSETTLED.includes(status)
  return isRefusal && isExpected ? { kind: 'rejected' } : UNKNOWN
}
