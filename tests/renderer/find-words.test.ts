import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findWords } from '../../src/renderer/src/find-words.ts'

const mark = (text: string, query: string) =>
  findWords(text, query)
    ?.map((piece) => (piece.isFound ? `[${piece.text}]` : piece.text))
    .join('') ?? null

describe('findWords', () => {
  it('finds words in any order, whatever their case and accents', () => {
    expect(mark('Pindahkan ke tempat sampah', 'SAM pin')).toBe('[Pin]dahkan ke tempat [sam]pah')
    expect(mark('Kafé Rawajaya', 'kafe')).toBe('[Kafé] Rawajaya')
  })

  it('prefers the start of a word', () => {
    expect(mark('Smart: cari artikel', 'art')).toBe('Smart: cari [art]ikel')
  })

  it('finds nothing when a word is missing, and everything for no words', () => {
    expect(mark('Terbitkan', 'terbit xyz')).toBeNull()
    expect(mark('Terbitkan', ' ')).toBe('Terbitkan')
  })

  it('gives the text back whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, query) => {
        const pieces = findWords(text, query)
        expect(pieces === null ? text : pieces.map((piece) => piece.text).join('')).toBe(text)
      }),
    )
  })
})
