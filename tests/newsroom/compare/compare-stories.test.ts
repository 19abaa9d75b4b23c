import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compareAtOnce,
  countWordChange,
  takeBack,
  type BlockChange,
  type StoryComparison,
  type TakeBack,
} from '../../../src/newsroom/compare/index.ts'
import { getBlockText, type Story } from '../../../src/newsroom/story/index.ts'
import { aCredit, aHouse, aStory, withoutIds, type BlockSketch } from '../../support/builders.ts'

const rule = aHouse()
const compare = (before: Story, after: Story) => compareAtOnce(before, after, rule)

function sketch(change: BlockChange): string {
  const text = getBlockText(change.kind === 'removed' ? change.before : change.after)
  return `${change.kind}${change.kind === 'changed' && change.isMoved ? ', moved' : ''}: ${text}`
}

const named = (id: string, text: string): BlockSketch => ({
  id: `b${id.padStart(12, '0')}`,
  kind: 'paragraph',
  runs: [{ text }],
})

describe('compareStories', () => {
  it('tells blocks added, removed, changed and moved, in reading order', () => {
    const before = aStory({
      blocks: [named('1', 'Satu'), named('2', 'Dua dihapus'), named('3', 'Tiga'), named('4', 'Empat')],
    })
    const after = aStory({
      blocks: [named('4', 'Empat'), named('1', 'Satu'), named('5', 'Baru'), named('3', 'Tiga kali')],
    })
    const { blocks, gained, lost } = compare(before, after)
    expect({ blocks: blocks.map(sketch), gained, lost }).toEqual({
      blocks: ['moved: Empat', 'same: Satu', 'removed: Dua dihapus', 'added: Baru', 'changed: Tiga kali'],
      gained: 2,
      lost: 2,
    })
  })

  it('knows blocks that have lost their ids by their words, and photos by their picture', () => {
    const photo = { kind: 'photo' as const, photo: 'a'.repeat(64), alt: 'Dua pemilih', runs: [] }
    const before = aStory({
      blocks: [
        { ...photo, id: 'b000000000001' },
        named('2', 'Rapat pleno terbuka digelar di Tirtasari'),
        named('3', 'Sama sekali'),
      ],
    })
    const after = aStory({
      blocks: [
        named('11', 'Sama sekali'),
        named('12', 'Rapat pleno tertutup digelar di Rawajaya'),
        { ...photo, id: 'b000000000013', alt: 'Tiga pemilih' },
      ],
    })
    expect(compare(before, after).blocks.map((change) => change.kind)).toEqual([
      'moved',
      'changed',
      'changed',
    ])
  })

  it('tells every field that differs, as it is printed', () => {
    const before = aStory({ excerpt: 'Singkat' })
    const after = aStory({
      headline: 'KPU Kota Tirtasari Uji Surat Suara',
      dateline: { place: 'Rawajaya', site: 'kota-tirtasari.kpu.go.id' },
      credit: aCredit({ editors: ['nrl'] }),
      tags: ['pemilu', 'alat'],
      categories: ['sosialisasi'],
      event: null,
    })
    expect(
      compare(before, after).fields.map(({ field, before: old, after: now }) => [field, old, now]),
    ).toEqual([
      ['headline', 'KPU Kota Tirtasari Uji Alat Bantu Coblos', 'KPU Kota Tirtasari Uji Surat Suara'],
      ['dateline', 'Tirtasari, kota-tirtasari.kpu.go.id - ', 'Rawajaya, kota-tirtasari.kpu.go.id - '],
      ['credit', '(nrl/ed. Foto: bgs/KPU Kota Tirtasari)', '(nrl/nrl. Foto: bgs/KPU Kota Tirtasari)'],
      ['event', '2025-11-13', ''],
      ['excerpt', 'Singkat', ''],
      ['tags', '', 'pemilu, alat'],
      ['categories', '', 'sosialisasi'],
    ])
  })

  it('finds nothing in a story and itself', () => {
    const { fields, blocks, gained, lost } = compare(aStory(), aStory())
    expect([fields, blocks.map((each) => each.kind), gained, lost]).toEqual([[], ['same', 'same'], 0, 0])
  })
})

describe('countWordChange', () => {
  it('counts words that came and went, and not those that were moved', () => {
    const before = aStory({ blocks: ['satu dua tiga', 'empat lima'] })
    const after = aStory({ blocks: ['satu tiga - tujuh', 'delapan', 'lima empat'] })
    expect(countWordChange(before, after)).toEqual({ gained: 2, lost: 1 })
  })
})

describe('takeBack', () => {
  const before = aStory({
    headline: 'Rapat Pleno di Tirtasari',
    blocks: [
      named('1', 'Pembuka.'),
      {
        id: 'b000000000002',
        kind: 'paragraph',
        runs: [{ text: 'Rapat ' }, { text: 'pleno terbuka', bold: true }, { text: ' digelar Kamis.' }],
      },
      named('3', 'Penutup.'),
    ],
  })
  const rewrite = (over: Parameters<typeof aStory>[0]) => aStory({ ...before, ...over })

  function take(after: Story, choose: (comparison: StoryComparison) => TakeBack, now = after): Story | null {
    const comparison = compare(before, after)
    return takeBack(now, { before, after, comparison }, choose(comparison))
  }
  const first = ({ fields, blocks }: StoryComparison) => {
    const change = [...fields, ...blocks.filter((each) => each.kind !== 'same')][0]
    if (change === undefined) throw new Error('nothing differs')
    return change
  }

  it('takes one stretch of words back with its marks, and leaves the others', () => {
    const after = rewrite({
      blocks: [named('1', 'Pembuka.'), named('2', 'Rapat kerja digelar hari Jumat.'), named('3', 'Penutup.')],
    })
    const story = take(after, (comparison) => ({ change: first(comparison), edit: 0 }))
    expect(story?.blocks[1]?.runs).toEqual([
      { text: 'Rapat ' },
      { text: 'pleno terbuka', bold: true },
      { text: ' digelar hari Jumat.' },
    ])
  })

  it('takes a headline back, as a whole or in part', () => {
    const after = rewrite({ headline: 'Rapat Kerja di Rawajaya' })
    const headlines = [null, 0, 1].map(
      (edit) => take(after, (comparison) => ({ change: first(comparison), edit }))?.headline,
    )
    expect(headlines).toEqual([
      'Rapat Pleno di Tirtasari',
      'Rapat Pleno di Rawajaya',
      'Rapat Kerja di Tirtasari',
    ])
  })

  it('puts a removed block back behind the one that it followed', () => {
    const after = rewrite({ blocks: [named('3', 'Penutup.'), named('1', 'Pembuka.')] })
    const removed = (comparison: StoryComparison) => {
      const change = comparison.blocks.find((each) => each.kind === 'removed')
      if (change === undefined) throw new Error('nothing was removed')
      return { change, edit: null }
    }
    expect(take(after, removed)?.blocks.map(({ id }) => id.at(-1))).toEqual(['3', '1', '2'])
  })

  it('takes nothing back where somebody has written on', () => {
    const after = rewrite({
      headline: 'Lain',
      blocks: [named('1', 'Pembuka baru.'), named('9', 'Tambahan.')],
    })
    const now = rewrite({
      headline: 'Lain lagi',
      blocks: [
        named('1', 'Pembuka baru!'),
        named('9', 'Tambahan, panjang.'),
        named('2', 'x'),
        named('3', 'y'),
      ],
    })
    const { fields, blocks } = compare(before, after)
    const all = [...fields, ...blocks].map((change) =>
      takeBack(now, { before, after, comparison: compare(before, after) }, { change, edit: null }),
    )
    expect(all).toEqual(all.map(() => null))
  })

  it('leads back to the former state, one change after the other, whatever was done to it', () => {
    const texts = fc.constantFrom(
      'Rapat pleno digelar.',
      'Rapat pleno ditunda.',
      'Warga Rawajaya datang.',
      '',
      'Lima',
    )
    const arbitraryBlocks = fc
      .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 7 }), texts), { selector: ([id]) => id, maxLength: 6 })
      .map((pairs) => pairs.map(([id, text]) => named(String(id), text)))
    const arbitrary = fc
      .tuple(arbitraryBlocks, fc.constantFrom('Judul satu', 'Judul dua kata', ''))
      .map(([blocks, headline]) => aStory({ blocks, headline }))
    fc.assert(
      fc.property(arbitrary, arbitrary, (former, latest) => {
        let now = latest
        for (let step = 0; step < 40; step += 1) {
          const comparison = compare(former, now)
          const change = [...comparison.fields, ...comparison.blocks].find((each) => each.kind !== 'same')
          if (change === undefined) break
          now = takeBack(now, { before: former, after: now, comparison }, { change, edit: null }) ?? now
        }
        expect(withoutIds(now)).toEqual(withoutIds(former))
      }),
    )
  })
})
