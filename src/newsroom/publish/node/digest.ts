import { createHash } from 'node:crypto'
import { formatCanonicalJson } from '../../../base/canonical-json.ts'
import type { Payload } from '../entry.ts'

/** SHA-256 of bytes, or of a text in UTF-8, as 64 lower-case hex digits. */
export function computeSha256(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex')
}

/** The digest of a value in canonical form: two that hold the same have the same. */
export function digestValue(value: unknown): string {
  return computeSha256(formatCanonicalJson(value))
}

/** The digest of what an entry sends. */
export function digestPayload(payload: Payload): string {
  return digestValue(payload.kind === 'article' ? payload.article : { reason: payload.reason })
}
