import { describe, expect, it } from 'vitest'
import { readHeard, summariseHeard } from '../../src/backend/answer-reach.ts'
import { TRY_ERROR_CODES } from '../../src/newsroom/publish/index.ts'

describe('readHeard', () => {
  it('takes silence for silence, a refusal for an answer, and doubt for neither', () => {
    expect(TRY_ERROR_CODES.map((code) => [code, readHeard(code)])).toEqual([
      ['publish.not-sent', 'silent'],
      ['publish.outcome-unknown', null],
      ['publish.busy', 'answered'],
      ['publish.unauthorised', 'answered'],
      ['publish.secret-missing', null],
      ['publish.secret-unavailable', null],
      ['publish.conflict', 'answered'],
      ['publish.rejected', 'answered'],
      ['publish.photo-missing', null],
      ['publish.attachment-missing', null],
    ])
    expect(readHeard('base.disk-full')).toBeNull()
  })
})

describe('summariseHeard', () => {
  it('is online when one target answers, offline when none does, and unknown before any was tried', () => {
    expect([
      summariseHeard([]),
      summariseHeard(['silent', 'answered']),
      summariseHeard(['silent', 'silent']),
    ]).toEqual(['unknown', 'online', 'offline'])
  })
})
