import { describe, expect, it } from 'vitest'
import { readPastedText } from '../../../../../src/newsroom/editor/ui/clipboard/pasted-text.ts'

describe('readPastedText', () => {
  it.each([
    ['satu\r\n\r\ndua\r\ntiga', ['satu', 'dua\ntiga']],
    ['\n\n satu  \n \t\n\ndua\n', [' satu  ', 'dua']],
    ['satu\u00a0\u200bdua', ['satu dua']],
    [' kata ', [' kata ']],
    ['', []],
    ['\n \n', []],
  ])('reads %j', (text, expected) => {
    expect(readPastedText(text).map((block) => block.runs.map((run) => run.text).join('|'))).toEqual(expected)
  })
})
