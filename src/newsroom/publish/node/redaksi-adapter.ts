import { z } from 'zod'
import { RedaksiError } from '../../../base/errors.ts'
import { getMediaType, type HttpAnswer } from '../../../base/http.ts'
import type { HttpClient, HttpRequest } from '../../../base/node/http-client.ts'
import { classifyAnswer, type Verdict } from '../answer.ts'
import type { TryErrorCode } from '../contract.ts'
import type { Held, Target, TargetAdapter } from '../target.ts'
import { digestValue } from './digest.ts'

/**
 * The Redaksi protocol, client's side. It is idempotent by construction: we name the article, `If-None-Match: *` makes
 * it, `If-Match` replaces exactly what we knew. An answer counts only as JSON of the expected shape with our id inside.
 */

const ARTICLE = 'application/json'
const PROBLEM = 'application/problem+json'

const outcomeSchema = z.object({
  uuid: z.string(),
  state: z.enum(['public', 'withdrawn']),
  address: z.string(),
})
const articleSchema = z.looseObject({ uri: z.string() })
const whoamiSchema = z.looseObject({ service: z.literal('redaksi-endpoint') })
const problemSchema = z.object({
  type: z.string().optional(),
  title: z.string().optional(),
  detail: z.string().optional(),
})

/** Makes the adapter of one target. `getToken` fails with `publish.secret-missing`. */
export function createRedaksiAdapter(
  target: Target,
  getToken: () => Promise<string>,
  http: HttpClient,
): TargetAdapter {
  const ask = async (method: HttpRequest['method'], path: string, more: Ask = {}): Promise<HttpAnswer> => {
    const body = more.body === undefined ? {} : { body: new TextEncoder().encode(JSON.stringify(more.body)) }
    const outcome = await http.request({
      method,
      url: new URL(`${target.url}/v1/${path}`),
      headers: {
        accept: `${ARTICLE}, ${PROBLEM}`,
        authorization: `Bearer ${await getToken()}`,
        ...(more.body === undefined ? {} : { 'content-type': ARTICLE }),
        ...more.headers,
      },
      ...body,
    })
    if (outcome.kind === 'answered') return outcome
    throw fail(outcome.kind === 'lost' ? 'publish.outcome-unknown' : 'publish.not-sent', {
      detail: outcome.reason,
    })
  }
  const fail = (code: TryErrorCode, details: { detail: string; retryAfter?: number | null }) =>
    new RedaksiError<TryErrorCode>(code, { target: target.name, ...details })
  const refuse = (answer: HttpAnswer, verdict: Verdict): RedaksiError => {
    const detail = describeAnswer(answer)
    if (verdict.kind === 'busy') return fail('publish.busy', { detail, retryAfter: verdict.retryAfter })
    return fail(CODES[verdict.kind], { detail })
  }
  const accept = (answer: HttpAnswer): HttpAnswer => {
    const verdict = classifyAnswer(answer, [ARTICLE, PROBLEM])
    if (verdict.kind === 'accepted' && getMediaType(answer.headers) === ARTICLE) return answer
    throw refuse(answer, verdict)
  }
  const write = async (
    id: string,
    state: Held['state'],
    sha256: string,
    answer: HttpAnswer,
  ): Promise<Held> => {
    const outcome = outcomeSchema.safeParse(readJson(accept(answer)))
    const version = answer.headers['etag']
    if (
      !outcome.success ||
      outcome.data.uuid !== id ||
      outcome.data.state !== state ||
      version === undefined
    ) {
      throw fail('publish.outcome-unknown', { detail: 'unexpected-answer' })
    }
    return { state, version, address: outcome.data.address, sha256 }
  }
  return {
    async lookUp(id) {
      const answer = await ask('GET', `articles/${id}`)
      if (isAbsence(answer)) return null
      const held = readHeld(id, accept(answer))
      if (held === null) throw fail('publish.outcome-unknown', { detail: 'unexpected-answer' })
      return held
    },
    async putArticle(article, base) {
      const id = article.uri.slice('urn:uuid:'.length)
      const answer = await ask('PUT', `articles/${id}`, { body: article, headers: getPrecondition(base) })
      return write(id, 'public', digestValue(article), answer)
    },
    async withdraw(id, reason, base) {
      const headers = getPrecondition(base)
      return write(
        id,
        'withdrawn',
        '',
        await ask('POST', `articles/${id}/withdrawal`, { body: { reason }, headers }),
      )
    },
    async test() {
      if (whoamiSchema.safeParse(readJson(accept(await ask('GET', 'whoami')))).success) return
      throw fail('publish.rejected', { detail: 'unexpected-answer' })
    },
  }
}

interface Ask {
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** An accepted answer that is not an article's says as little as an unknown one. */
const CODES: Readonly<Record<Exclude<Verdict['kind'], 'busy'>, TryErrorCode>> = {
  accepted: 'publish.outcome-unknown',
  unknown: 'publish.outcome-unknown',
  unauthorised: 'publish.unauthorised',
  conflict: 'publish.conflict',
  rejected: 'publish.rejected',
}

/** Whether an answer says that there is no such article; that there is no such address says nothing of articles. */
function isAbsence(answer: HttpAnswer): boolean {
  if (answer.status !== 404 || getMediaType(answer.headers) !== PROBLEM) return false
  const problem = problemSchema.safeParse(readJson(answer))
  return problem.success && problem.data.type !== 'urn:redaksi:problem:not-found'
}

function getPrecondition(base: string | null): Record<string, string> {
  return base === null ? { 'if-none-match': '*' } : { 'if-match': base }
}

function readHeld(id: string, answer: HttpAnswer): Held | null {
  const { etag: version, 'redaksi-state': state, 'redaksi-address': address } = answer.headers
  const article = articleSchema.safeParse(readJson(answer))
  if (!article.success || article.data.uri !== `urn:uuid:${id}` || version === undefined) return null
  if (state !== 'public' && state !== 'withdrawn') return null
  return { state, version, address: address ?? null, sha256: digestValue(article.data) }
}

/** The body as JSON; undefined when it is none. */
function readJson(answer: HttpAnswer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(answer.body))
  } catch {
    return undefined
  }
}

/** What an answer says to people: a problem document's text (RFC 9457), else its status, and where it sends us. */
function describeAnswer(answer: HttpAnswer): string {
  const { status, headers } = answer
  const problem = problemSchema.safeParse(readJson(answer))
  const words =
    problem.success && getMediaType(headers) === PROBLEM ? (problem.data.detail ?? problem.data.title) : null
  if (words !== null && words !== undefined && words !== '') return words
  const location = headers['location'] ?? ''
  const host = URL.canParse(location) ? ` → ${new URL(location).origin}` : ''
  return `HTTP ${status}${host}`
}
