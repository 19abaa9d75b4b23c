import type { IncomingHttpHeaders } from 'node:http'
import { RedaksiError } from '../../base/errors.ts'
import type { Precondition } from '../article.ts'

/** One strong entity tag (RFC 9110, 8.8.3). */
const STRONG_TAG = /^"[\x21\x23-\x7e\x80-\xff]*"$/

/**
 * Reads what a write must find: `If-None-Match: *`, or `If-Match` with one strong ETag. Everything else that HTTP allows
 * here (lists, weak tags, `If-Match: *`) would let a write happen that its sender did not foresee: it throws
 * `endpoint.precondition-malformed`.
 */
export function parsePrecondition(headers: IncomingHttpHeaders): Precondition {
  const match = headers['if-match']?.trim()
  const noneMatch = headers['if-none-match']?.trim()
  if (match === undefined && noneMatch === undefined) return { kind: 'none' }
  if (match === undefined && noneMatch === '*') return { kind: 'create' }
  if (match !== undefined && noneMatch === undefined && STRONG_TAG.test(match))
    return { kind: 'replace', version: match }
  throw new RedaksiError('endpoint.precondition-malformed')
}

/** Whether a reader already has what an ETag names, by its `If-None-Match` (RFC 9110, 13.1.2: weak comparison). */
export function isFresh(noneMatch: string | undefined, etag: string): boolean {
  if (noneMatch === undefined) return false
  return noneMatch.split(',').some((each) => each.trim() === '*' || each.trim().replace(/^W\//, '') === etag)
}
