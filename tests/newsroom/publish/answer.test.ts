import { describe, expect, it } from 'vitest'
import { classifyAnswer, type Verdict } from '../../../src/newsroom/publish/index.ts'

const EXPECTED = ['application/json', 'application/problem+json']

function classify(status: number, type: string, headers: Record<string, string> = {}): Verdict {
  const answer = { status, headers: { 'content-type': type, ...headers }, body: new Uint8Array() }
  return classifyAnswer(answer, EXPECTED)
}

const kinds = (statuses: readonly number[], type: string) =>
  statuses.map((status) => classify(status, type).kind)

describe('classifyAnswer', () => {
  it('accepts 200 and 201 in the expected media type only', () => {
    expect(kinds([200, 201], 'application/json; charset=utf-8')).toEqual(['accepted', 'accepted'])
    expect(kinds([200, 201], 'text/html')).toEqual(['unknown', 'unknown'])
    expect(kinds([202, 204, 206], 'application/json')).toEqual(['unknown', 'unknown', 'unknown'])
  })

  it('takes a refusal by the target for one', () => {
    expect(new Set(kinds([400, 404, 405, 410, 413, 415, 422, 428], 'application/problem+json'))).toEqual(
      new Set(['rejected']),
    )
  })

  it('takes a refusal that the target did not write for none, but for a body that is too long', () => {
    expect(kinds([400, 404, 410, 422, 413], 'text/html')).toEqual([
      'unknown',
      'unknown',
      'unknown',
      'unknown',
      'rejected',
    ])
  })

  it('pauses at 401 and 403, whoever says so', () => {
    expect([...kinds([401, 403], 'application/problem+json'), ...kinds([401, 403], 'text/html')]).toEqual(
      Array.from({ length: 4 }, () => 'unauthorised'),
    )
  })

  it('waits at 429, and at 503 from the target', () => {
    expect(classify(429, 'text/plain', { 'retry-after': '3' })).toEqual({ kind: 'busy', retryAfter: 3 })
    expect(classify(503, 'application/problem+json')).toEqual({ kind: 'busy', retryAfter: null })
    expect(classify(503, 'text/html', { 'retry-after': '3' })).toEqual({ kind: 'unknown' })
  })

  it('knows a conflict', () => {
    expect(kinds([409, 412], 'application/problem+json')).toEqual(['conflict', 'conflict'])
  })

  it('knows nothing from a redirect, a time-out or a failure of the server', () => {
    const statuses = [301, 302, 303, 304, 307, 308, 408, 425, 500, 501, 502, 504, 507, 599]
    expect(new Set(kinds(statuses, 'application/problem+json'))).toEqual(new Set(['unknown']))
  })

  it('knows nothing from an answer without a media type', () => {
    expect(classifyAnswer({ status: 200, headers: {}, body: new Uint8Array() }, EXPECTED)).toEqual({
      kind: 'unknown',
    })
  })
})
