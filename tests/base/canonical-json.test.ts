import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatCanonicalJson } from '../../src/base/canonical-json.ts'

describe('formatCanonicalJson', () => {
  it('orders keys by their UTF-16 units and writes no blanks', () => {
    const value = {
      '\u20ac': 1,
      '\r': 2,
      '\ufb33': 3,
      1: 4,
      '\ud83d\ude00': 5,
      '\u0080': 6,
      ö: 7,
      aa: [{ b: 1, a: null }],
    }
    expect(formatCanonicalJson(value)).toBe(
      '{"\\r":2,"1":4,"aa":[{"a":null,"b":1}],"\u0080":6,"ö":7,"\u20ac":1,"\ud83d\ude00":5,"\ufb33":3}',
    )
  })

  it('writes numbers and half surrogates as RFC 8785 asks', () => {
    expect(formatCanonicalJson([333333333.33333329, 1e30, 4.5, 2e-3, -0, '\ud800'])).toBe(
      '[333333333.3333333,1e+30,4.5,0.002,0,"\\ud800"]',
    )
  })

  it('leaves out what is undefined', () => {
    expect(formatCanonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}')
  })

  it('holds the same value, in one form whatever the order of keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = formatCanonicalJson(value)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
        expect(formatCanonicalJson(reverseKeys(value))).toBe(text)
      }),
    )
  })
})

function reverseKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reverseKeys)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).reverse()
  return Object.fromEntries(entries.map(([key, each]) => [key, reverseKeys(each)]))
}
