import { constants } from 'node:os'
import { describe, expect, it } from 'vitest'
import { readSystemCode, toWriteError } from '../../../src/base/node/failures.ts'

describe('a used-up quota, for which Node has no name', () => {
  const error = Object.assign(new Error(), { code: `Unknown system error -${constants.errno.EDQUOT}` })

  it('is called by the system’s name', () => {
    expect(readSystemCode(error)).toBe('EDQUOT')
  })

  it('is told as a full disk', () => {
    expect(toWriteError('/x', error).code).toBe('base.disk-full')
  })
})
