import { describe, expect, it } from 'vitest'
import { changeText, improveTyped } from '../../../src/newsroom/editor/index.ts'
import { getTypography, type Typography } from '../../../src/newsroom/house/index.ts'

const USUAL = getTypography({})

describe('improveTyped', () => {
  it.each([
    ['"Hari ini," kata Rina.', '“Hari ini,” kata Rina.'],
    ['("ya")', '(“ya”)'],
    ["Jum'at, ma'af", 'Jum’at, ma’af'],
    ["kata 'baru'", 'kata ‘baru’'],
    ['layar 17" baru', 'layar 17" baru'],
    ['"tahun 2024" ini', '“tahun 2024” ini'],
    ['"\'Ya,\' katanya"', '“‘Ya,’ katanya”'],
    ['lihat https://a.id/?q="x" dan a@b.id\'s', 'lihat https://a.id/?q="x" dan a@b.id\'s'],
    ['a--b', 'a--b'],
  ])('makes of %s', (typed, expected) => {
    expect(type(typed, USUAL)).toBe(expected)
  })

  it('puts the marks and dashes that a house has', () => {
    const house: Typography = { quotes: 'curly', double: '«»', single: '‹›', dashes: true }
    expect(type('"Ya" -- kata \'dia\' ---', house)).toBe('«Ya» – kata ‹dia› –-')
    expect(type('"Ya" -- dia', { ...house, quotes: 'straight', dashes: false })).toBe('"Ya" -- dia')
  })
})

function type(keys: string, typography: Typography): string {
  let text = ''
  for (const key of keys) {
    text += key
    const change = improveTyped(text, typography)
    if (change !== null) text = changeText(text, [change])
  }
  return text
}
