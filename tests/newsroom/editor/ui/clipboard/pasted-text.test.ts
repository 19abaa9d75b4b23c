import { describe, expect, it } from 'vitest'
import { readPastedText } from '../../../../../src/newsroom/editor/ui/clipboard/pasted-text.ts'

describe('readPastedText', () => {
  it.each([
    ['satu\r\n\r\ndua\r\ntiga', ['satu', 'dua\ntiga']],
    ['\n\n satu  \n \t\n\ndua\n', [' satu  ', 'dua']],
    ['satu\u00a0\u200bdua', ['satu dua']],
    [' kata ', [' kata ']],
    ['a\vb\u2028c', ['a\nb\nc']],
    ['\u200e\u2068kata\u2069\u0007 👩\u200d🏫', ['kata 👩\u200d🏫']],
    ['', []],
    ['\n \n', []],
  ])('reads %j', (text, expected) => {
    expect(readPastedText(text).map((block) => block.runs.map((run) => run.text).join('|'))).toEqual(expected)
  })
})
