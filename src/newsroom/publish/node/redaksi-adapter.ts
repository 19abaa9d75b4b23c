import { RedaksiError } from '../../../base/errors.ts'
import { getMediaType, type HttpAnswer } from '../../../base/http.ts'
import type { HttpClient, HttpRequest } from '../../../base/node/http-client.ts'
import { classifyAnswer, type Verdict } from '../answer.ts'
import type { TryErrorCode } from '../contract.ts'
import type { Target, TargetAdapter } from '../target.ts'
import { digestValue } from './digest.ts'
import {
  ARTICLE,
  describeAnswer,
  isAbsence,
  isEndpoint,
  isFile,
  PROBLEM,
  readHeld,
  readOutcome,
} from './redaksi-answers.ts'

/**
 * The Redaksi protocol, client's side. It is idempotent by construction: we name the article, `If-None-Match: *` makes
 * it, `If-Match` replaces exactly what we knew. An answer counts only as JSON of the expected shape with our id inside.
 */
interface Wire {
  readonly target: Target
  /** Fails with `publish.secret-missing`. */
  readonly getToken: () => Promise<string>
  readonly http: HttpClient
}

/** Makes the adapter of one target. */
export function createRedaksiAdapter(
  target: Target,
  getToken: () => Promise<string>,
  http: HttpClient,
): TargetAdapter {
  const wire: Wire = { target, getToken, http }
  return {
    async lookUp(id) {
      const answer = await ask(wire, 'GET', `articles/${id}`)
      return isAbsence(answer) ? null : expect(wire, readHeld(id, accept(wire, answer)))
    },
    async putArticle(article, base) {
      const id = article.uri.slice('urn:uuid:'.length)
      const answer = await ask(wire, 'PUT', `articles/${id}`, {
        body: article,
        headers: getPrecondition(base),
      })
      return expect(wire, readOutcome(id, 'public', digestValue(article), accept(wire, answer)))
    },
    putPhoto: (sha256, read) => putFile(wire, { path: `photos/${sha256}`, type: 'image/jpeg' }, sha256, read),
    putAttachment: (sha256, read) =>
      putFile(wire, { path: `attachments/${sha256}`, type: 'application/pdf' }, sha256, read),
    async withdraw(id, reason, base) {
      const more = { body: { reason }, headers: getPrecondition(base) }
      const answer = await ask(wire, 'POST', `articles/${id}/withdrawal`, more)
      return expect(wire, readOutcome(id, 'withdrawn', digestValue({ reason }), accept(wire, answer)))
    },
    async test() {
      if (isEndpoint(accept(wire, await ask(wire, 'GET', 'whoami')))) return
      throw fail(wire, 'publish.rejected', UNEXPECTED)
    },
  }
}

const UNEXPECTED = { detail: 'unexpected-answer' }

interface Ask {
  readonly body?: unknown
  /** The bytes of a file and its media type, in place of a body. */
  readonly file?: { readonly bytes: Uint8Array; readonly type: string }
  readonly headers?: Readonly<Record<string, string>>
}

async function ask(
  wire: Wire,
  method: HttpRequest['method'],
  path: string,
  more: Ask = {},
): Promise<HttpAnswer> {
  const { body, file, headers = {} } = more
  const url = new URL(`${wire.target.url}/v1/${path}`)
  const authorization = `Bearer ${await wire.getToken()}`
  const known = { accept: `${ARTICLE}, ${PROBLEM}`, authorization, ...headers }
  const type = file?.type ?? ARTICLE
  const bytes = file?.bytes ?? (body === undefined ? null : encode(body))
  const outcome = await wire.http.request(
    bytes === null
      ? { method, url, headers: known }
      : { method, url, headers: { ...known, 'content-type': type }, body: bytes },
  )
  if (outcome.kind === 'answered') return outcome
  throw fail(wire, outcome.kind === 'lost' ? 'publish.outcome-unknown' : 'publish.not-sent', {
    detail: outcome.reason,
  })
}

/** The answer, if it is one of success from the target. Fails as the port of targets does. */
function accept(wire: Wire, answer: HttpAnswer): HttpAnswer {
  const verdict = classifyAnswer(answer, [ARTICLE, PROBLEM])
  if (verdict.kind === 'accepted' && getMediaType(answer.headers) === ARTICLE) return answer
  const detail = describeAnswer(answer)
  if (verdict.kind === 'busy') throw fail(wire, 'publish.busy', { detail, retryAfter: verdict.retryAfter })
  throw fail(wire, CODES[verdict.kind], { detail })
}

/** An accepted answer that is not an article's says as little as an unknown one. */
const CODES: Readonly<Record<Exclude<Verdict['kind'], 'busy'>, TryErrorCode>> = {
  accepted: 'publish.outcome-unknown',
  unknown: 'publish.outcome-unknown',
  unauthorised: 'publish.unauthorised',
  conflict: 'publish.conflict',
  rejected: 'publish.rejected',
}

/** Puts a file under the digest of its bytes, unless it is held: it can be repeated. */
async function putFile(
  wire: Wire,
  { path, type }: { readonly path: string; readonly type: string },
  sha256: string,
  read: () => Promise<Uint8Array>,
): Promise<void> {
  const held = await ask(wire, 'GET', path)
  if (!isAbsence(held)) return requireFile(wire, sha256, held)
  requireFile(wire, sha256, await ask(wire, 'PUT', path, { file: { bytes: await read(), type } }))
}

function requireFile(wire: Wire, sha256: string, answer: HttpAnswer): void {
  if (!isFile(sha256, accept(wire, answer))) throw fail(wire, 'publish.outcome-unknown', UNEXPECTED)
}

function expect<Value>(wire: Wire, value: Value | null): Value {
  if (value === null) throw fail(wire, 'publish.outcome-unknown', UNEXPECTED)
  return value
}

function fail(
  { target }: Wire,
  code: TryErrorCode,
  details: { readonly detail: string; readonly retryAfter?: number | null },
): RedaksiError<TryErrorCode> {
  return new RedaksiError(code, { target: target.name, ...details })
}

function getPrecondition(base: string | null): Record<string, string> {
  return base === null ? { 'if-none-match': '*' } : { 'if-match': base }
}

const encode = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value))
