import { z } from 'zod'
import { getMediaType, type HttpAnswer } from '../../../base/http.ts'
import type { Held } from '../target.ts'
import { digestValue } from './digest.ts'

/** The media types of the Redaksi protocol: what is held, and why something is refused (RFC 9457). */
export const ARTICLE = 'application/json'
export const PROBLEM = 'application/problem+json'

const outcomeSchema = z.object({
  uuid: z.string(),
  state: z.enum(['public', 'withdrawn']),
  address: z.string(),
})
const articleSchema = z.looseObject({ uri: z.string() })
const whoamiSchema = z.looseObject({ service: z.literal('redaksi-endpoint') })
const fileSchema = z.object({ sha256: z.string() })
const problemSchema = z.object({
  type: z.string().optional(),
  title: z.string().optional(),
  detail: z.string().optional(),
})

/** What a write came to; null when the answer is not about this story in this state. `sha256` is of what was sent. */
export function readOutcome(
  id: string,
  state: Held['state'],
  sha256: string,
  answer: HttpAnswer,
): Held | null {
  const outcome = outcomeSchema.safeParse(readJson(answer))
  const version = answer.headers['etag']
  if (!outcome.success || outcome.data.uuid !== id || outcome.data.state !== state) return null
  return version === undefined ? null : { state, version, address: outcome.data.address, sha256 }
}

/** What is held of a story; null when the answer does not tell. */
export function readHeld(id: string, answer: HttpAnswer): Held | null {
  const { etag: version, 'redaksi-state': state, 'redaksi-address': address } = answer.headers
  const article = articleSchema.safeParse(readJson(answer))
  if (!article.success || article.data.uri !== `urn:uuid:${id}` || version === undefined) return null
  if (state !== 'public' && state !== 'withdrawn') return null
  return { state, version, address: address ?? null, sha256: digestValue(article.data) }
}

/** Whether an answer says that there is no such article; that there is no such address says nothing of articles. */
export function isAbsence(answer: HttpAnswer): boolean {
  if (answer.status !== 404 || getMediaType(answer.headers) !== PROBLEM) return false
  const problem = problemSchema.safeParse(readJson(answer))
  return problem.success && problem.data.type !== 'urn:redaksi:problem:not-found'
}

/** Whether an answer says that this file is held. */
export function isFile(sha256: string, answer: HttpAnswer): boolean {
  const file = fileSchema.safeParse(readJson(answer))
  return file.success && file.data.sha256 === sha256
}

/** Whether it is an endpoint of this protocol that says who it is. */
export function isEndpoint(answer: HttpAnswer): boolean {
  return whoamiSchema.safeParse(readJson(answer)).success
}

/** What an answer says to people: a problem document's text, else its status, and where it sends us. */
export function describeAnswer(answer: HttpAnswer): string {
  const { status, headers } = answer
  const problem = problemSchema.safeParse(getMediaType(headers) === PROBLEM ? readJson(answer) : null)
  const words = problem.success ? (problem.data.detail ?? problem.data.title ?? '') : ''
  if (words !== '') return words
  const location = headers['location'] ?? ''
  const host = URL.canParse(location) ? ` → ${new URL(location).origin}` : ''
  return `HTTP ${status}${host}`
}

/** The body as JSON; undefined when it is none. */
function readJson(answer: HttpAnswer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(answer.body))
  } catch {
    return undefined
  }
}
