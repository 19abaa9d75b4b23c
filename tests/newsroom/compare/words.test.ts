import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareWords, listParts, type TextPart } from '../../../src/newsroom/compare/index.ts'
import { findRising } from '../../../src/newsroom/compare/rising.ts'
import { arbitraryProse, arbitraryWildText } from '../../support/arbitraries.ts'

function layOver(before: string, after: string): readonly TextPart[] {
  return listParts(before, after, compareWords(before, after))
}

function joinParts(parts: readonly TextPart[], leftOut: TextPart['kind']): string {
  return parts.flatMap(({ kind, text }) => (kind === leftOut ? [] : [text])).join('')
}

/** As a person would mark it up: `[-gone-]{+new+}`. */
function mark(before: string, after: string): string {
  const marks = { same: ['', ''], removed: ['[-', '-]'], added: ['{+', '+}'] } as const
  return layOver(before, after)
    .map(({ kind, text }) => marks[kind].join(text))
    .join('')
}

describe('compareWords', () => {
  it('marks whole words, and words that follow each other as one', () => {
    expect([
      mark('Rapat pleno di Tirtasari.', 'Rapat kerja di Rawajaya.'),
      mark('Rapat pleno terbuka hari ini', 'Rapat kerja kecil hari ini'),
      mark('Rapat pleno', 'Rapat pleno terbuka'),
      mark('', 'Baru'),
      mark('sama', 'sama'),
    ]).toEqual([
      'Rapat [-pleno-]{+kerja+} di [-Tirtasari-]{+Rawajaya+}.',
      'Rapat [-pleno terbuka-]{+kerja kecil+} hari ini',
      'Rapat pleno{+ terbuka+}',
      '{+Baru+}',
      'sama',
    ])
  })

  it('loses nothing of either text, whatever they are', () => {
    const texts = fc.oneof(arbitraryWildText(), arbitraryProse())
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const parts = layOver(before, after)
        expect([joinParts(parts, 'added'), joinParts(parts, 'removed')]).toEqual([before, after])
      }),
    )
  })

  it('finds single words in a text of thousands, also where much of it is repeated', () => {
    const line = (i: number) => `Pemilih ke-${i} datang pukul ${i % 24} ke TPS Rawajaya, lalu pulang. `
    const lines = Array.from({ length: 2_000 }, (_, i) => line(i))
    const before = lines.join('')
    const after = lines.with(700, line(700).replace('datang', 'tiba')).toSpliced(1_400, 1).join('')
    const edits = compareWords(before, after)
    expect(edits.map((edit) => before.slice(edit.before.start, edit.before.end).length)).toEqual([
      6,
      line(1_400).length,
    ])
    const parts = listParts(before, after, edits)
    expect([joinParts(parts, 'added'), joinParts(parts, 'removed')]).toEqual([before, after])
  })

  it('takes long texts without a word in common as one for the other, but for how they begin and end', () => {
    const words = (name: string) => Array.from({ length: 900 }, (_, i) => `${name}${i}`).join(' ')
    const [before, after] = [`Rapat ${words('a')}.`, `Rapat ${words('b')}.`]
    expect(compareWords(before, after)).toEqual([
      { before: { start: 6, end: before.length - 1 }, after: { start: 6, end: after.length - 1 } },
    ])
  })
})

describe('findRising', () => {
  it('leaves out as little as can be', () => {
    expect([...findRising([3, 0, 1, 2, 4])].sort()).toEqual([1, 2, 3, 4])
    expect(findRising([])).toEqual(new Set())
  })
})
