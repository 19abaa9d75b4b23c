import { describe, expect, it } from 'vitest'
import { isDigestible } from '../../../../../src/newsroom/editor/ui/clipboard/is-digestible.ts'
import { CORPUS } from './corpus.ts'

describe('isDigestible', () => {
  it('takes what programs write, and many paragraphs that nobody closed', () => {
    expect(CORPUS.filter(({ html }) => !isDigestible(html))).toEqual([])
    expect(isDigestible('<P>satu<br>'.repeat(50_000))).toBe(true)
    expect(isDigestible('<div><b>satu</b></div>'.repeat(50_000))).toBe(true)
  })

  it.each([
    ['elements in each other', '<div>'.repeat(1_000_000)],
    ['what is opened anew in each paragraph', '<font>'.repeat(400) + '<p>'.repeat(100_000)],
  ])('refuses %s', (_name, html) => {
    expect(isDigestible(html)).toBe(false)
  })
})
