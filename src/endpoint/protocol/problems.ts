import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { isRedaksiError, RedaksiError, type ErrorDetails } from '../../base/errors.ts'
import { chooseLocale, createTranslate, type Locale } from '../../backend/locale.ts'
import type { Translate } from '../../base/translate.ts'
import { PROBLEM_STATUS, type ProblemCode } from '../contract.ts'

/** A problem document (RFC 9457). Programs look at `type`; `title` and `detail` are for people. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
}

/** The media type of problem documents. */
export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8'

const TRANSLATE: Readonly<Record<Locale, Translate>> = {
  id: createTranslate('id'),
  en: createTranslate('en'),
}

/** What our web framework refuses, in our words. */
const FASTIFY_CODES: Readonly<Record<string, ProblemCode | undefined>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'endpoint.body-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'endpoint.media-type',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'endpoint.body-not-json',
  FST_ERR_CTP_INVALID_JSON_BODY: 'endpoint.body-not-json',
}

/** Which problem an error is. What nobody foresaw is `endpoint.internal`, and says nothing of itself. */
export function toProblemError(error: unknown): RedaksiError<ProblemCode> {
  if (isRedaksiError(error)) {
    const code = findCode(error.code)
    return code === null
      ? new RedaksiError('endpoint.internal', {}, error)
      : new RedaksiError(code, error.details, error)
  }
  const foreign = z.object({ code: z.string(), statusCode: z.int() }).safeParse(error)
  if (!foreign.success) return new RedaksiError('endpoint.internal', {}, error)
  const { code, statusCode } = foreign.data
  const known = FASTIFY_CODES[code] ?? (statusCode < 500 ? 'endpoint.request-invalid' : 'endpoint.internal')
  return new RedaksiError(known, {}, error)
}

/** The document of a problem, in the reader's language. */
export function createProblem(code: ProblemCode, details: ErrorDetails, locale: Locale): Problem {
  return {
    type: `urn:redaksi:problem:${code.slice('endpoint.'.length)}`,
    title: TRANSLATE[locale](`${code}.title`),
    status: PROBLEM_STATUS[code],
    detail: TRANSLATE[locale](code, details),
  }
}

/** Answers with a problem document, and with the headers that its status asks for. */
export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  error: RedaksiError<ProblemCode>,
): FastifyReply {
  const { code, details } = error
  const locale = chooseLocale(request.headers['accept-language']?.slice(0, 2).toLowerCase())
  if (code === 'endpoint.unauthorised')
    reply.header(
      'WWW-Authenticate',
      `Bearer realm="redaksi"${details['given'] === true ? ', error="invalid_token"' : ''}`,
    )
  if (code === 'endpoint.method-not-allowed') reply.header('Allow', String(details['allow']))
  const wait = code === 'endpoint.too-many-attempts' ? Number(details['seconds']) : RETRY_AFTER[code]
  if (wait !== undefined) reply.header('Retry-After', wait)
  return reply
    .code(PROBLEM_STATUS[code])
    .header('Content-Language', locale)
    .header('Cache-Control', 'no-store')
    .type(PROBLEM_TYPE)
    .send(JSON.stringify(createProblem(code, details, locale)))
}

/** When to come back after a write that did not happen, in seconds. */
const RETRY_AFTER: Readonly<Partial<Record<ProblemCode, number>>> = {
  'endpoint.store-busy': 5,
  'endpoint.store-full': 60,
}

function findCode(code: string): ProblemCode | null {
  return Object.hasOwn(PROBLEM_STATUS, code) ? (code as ProblemCode) : null
}
