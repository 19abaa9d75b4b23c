import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  findBlankBeside,
  findSelectedBlank,
  readHeadlineFill,
  splitHeadline,
  startHeadlineFill,
} from '../../../src/newsroom/editor/index.ts'

const HEADLINE = 'Pelajar {{sekolah}} ke {{tempat}}'
const school = { label: 'sekolah', start: 8, end: 19 }

describe('a blank in the headline', () => {
  it('is selected when the selection covers it whole', () => {
    expect(findSelectedBlank(HEADLINE, { start: 8, end: 19 })).toEqual(school)
    expect(findSelectedBlank(HEADLINE, { start: 8, end: 18 })).toBeNull()
  })

  it.each([
    [0, 'next', 'sekolah'],
    [19, 'next', 'tempat'],
    [33, 'next', undefined],
    [33, 'previous', 'tempat'],
    [23, 'previous', 'sekolah'],
    [8, 'previous', undefined],
  ] as const)('from %i %s is %j', (at, direction, label) => {
    expect(findBlankBeside(HEADLINE, { start: at, end: at }, direction)?.label).toBe(label)
  })

  it('holds what is typed until the headline is changed around it', () => {
    const fill = startHeadlineFill(HEADLINE, school)
    expect(readHeadlineFill(fill, 'Pelajar SMA 1 ke {{tempat}}')).toBe('SMA 1')
    expect(readHeadlineFill(fill, 'Pelajar  ke {{tempat}}')).toBe('')
    expect(readHeadlineFill(fill, 'Pelajar ke {{tempat}}')).toBeNull()
    expect(readHeadlineFill(fill, 'Siswa SMA 1 ke {{tempat}}')).toBeNull()
  })
})

describe('splitHeadline', () => {
  it('shows blanks and what is typed into one', () => {
    const pieces = splitHeadline('Pelajar SMA ke {{tempat}}', startHeadlineFill(HEADLINE, school))
    expect(pieces.map(({ kind, text }) => [kind, text])).toEqual([
      ['text', 'Pelajar '],
      ['fill', 'SMA'],
      ['text', ' ke '],
      ['blank', '{{tempat}}'],
    ])
  })

  it('loses no character of any headline', () => {
    const piece = fc.constantFrom('{{a}}', '{{', 'b', ' ', '}}', '{{c d}}')
    fc.assert(
      fc.property(fc.array(piece), (parts) => {
        const headline = parts.join('')
        const pieces = splitHeadline(headline, null)
        expect(pieces.map(({ text }) => text).join('')).toBe(headline)
        expect(pieces.every(({ start, text }) => headline.startsWith(text, start))).toBe(true)
      }),
    )
  })
})
