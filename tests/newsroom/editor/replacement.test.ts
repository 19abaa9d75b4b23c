import { describe, expect, it } from 'vitest'
import {
  changeText,
  compileQuery,
  createPreviewLine,
  findInTexts,
  planReplacements,
} from '../../../src/newsroom/editor/index.ts'

const TEXTS = [{ at: 'headline' as const, text: 'Kamis (13/11) dan Jumat (14/11)' }]

describe('planReplacements', () => {
  it.each([
    ['groups', '$2.$1 $$ $& $3', '11.13 $ 13/11 $3'],
    ['names', '$<bulan>/$<lain>', '11/$<lain>'],
    ['line breaks, which a headline has none of', 'a\\nb\\\\', 'a b\\'],
  ])('fills in %s', (_name, replacement, expected) => {
    expect(plan('(\\d+)/(?<bulan>\\d+)', replacement, true)[0]).toMatchObject({
      before: '13/11',
      text: expected,
    })
  })

  it('takes a plain replacement as it stands', () => {
    expect(plan('Kamis', '$1 $& \\n', false)).toEqual([
      { at: 'headline', start: 0, end: 5, before: 'Kamis', text: '$1 $& \\n' },
    ])
  })
})

describe('changeText', () => {
  it('puts each text in its place', () => {
    expect(changeText(TEXTS[0]?.text ?? '', plan('(\\d+)/(\\d+)', '$2-$1', true))).toBe(
      'Kamis (11-13) dan Jumat (11-14)',
    )
  })
})

describe('createPreviewLine', () => {
  it('shows whole words around a replacement, on one line', () => {
    const text = `${'kata '.repeat(20)}lama\n${'kata '.repeat(20)}`
    const start = text.indexOf('lama')
    expect(createPreviewLine(text, { start, end: start + 5, text: 'baru' })).toEqual({
      lead: `…${'kata '.repeat(9)}`,
      before: 'lama ⏎ ',
      after: 'baru',
      trail: `${'kata '.repeat(9).trimEnd()}…`,
    })
  })
})

function plan(text: string, replacement: string, isPattern: boolean) {
  const expression = compileQuery({ text, matchCase: true, wholeWord: false, isPattern })
  const found = expression === null ? [] : findInTexts(TEXTS, expression)
  return planReplacements(TEXTS, found, replacement, isPattern)
}
