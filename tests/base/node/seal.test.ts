import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeSealed, openSeal } from '../../../src/base/node/seal.ts'

const formatSealed = (document: object) => new TextDecoder().decode(encodeSealed(document))
const document = { headline: 'Rapat pleno', revision: 3, tags: ['pemilu', 'é'] }

describe('a seal', () => {
  it('fits what it was put on, however the file is indented', () => {
    const stored: unknown = JSON.parse(JSON.stringify(JSON.parse(formatSealed(document))))
    expect(openSeal(stored)).toEqual({ document, state: 'intact' })
  })

  it('is the last property of an indented text', () => {
    expect(formatSealed({ a: [] })).toMatch(/^\{\n {2}"a": \[\],\n {2}"seal": "[0-9a-f]{8}"\n\}\n$/)
    expect(openSeal(JSON.parse(formatSealed({ a: '\n}' })))).toEqual({
      document: { a: '\n}' },
      state: 'intact',
    })
  })

  it('is broken by any single flipped bit that still leaves JSON', () => {
    const text = formatSealed(document)
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.nat(6), (at, bit) => {
        const flipped =
          text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ (1 << bit)) + text.slice(at + 1)
        let value: unknown
        try {
          value = JSON.parse(flipped)
        } catch {
          return
        }
        expect(openSeal(value).state).not.toBe('intact')
      }),
      { numRuns: 2000 },
    )
  })

  it('is absent from what never had one', () => {
    for (const value of [document, null, 'teks', 3, []])
      expect(openSeal(value)).toEqual({ document: value, state: 'absent' })
  })
})
