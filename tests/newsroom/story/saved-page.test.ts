import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatText } from '../../../src/newsroom/formats/index.ts'
import { isBlockId, parseSavedPage, type ReadStory } from '../../../src/newsroom/story/index.ts'

const house = {
  dateline: { pattern: '{place}, {site} - ', places: [] },
  credit: {
    pattern: '({writers}/{editors}. Foto: {photo})',
    archive: 'dok',
    organisation: 'KPU Kota Tirtasari',
  },
}
const read = (text: string, year?: number) =>
  parseSavedPage(text, {
    datelinePattern: house.dateline.pattern,
    creditRule: house.credit,
    today: '2025-11-14',
    year,
    random: randomBytes,
  })
const print = (each: ReadStory | undefined) => (each === undefined ? '' : formatText(each.story, house))

const LEDE = 'Tirtasari, kota-tirtasari.kpu.go.id - '
const FIRST = `KPU Kota Tirtasari Uji Alat Bantu Coblos

${LEDE}Dua belas peserta mencoba alat bantu, Kamis (13/11).  “Sudah jelas,”\u00a0ujar Ratna. (nrl/ed. Foto: bgs/KPU Kota Tirtasari)`
const SECOND = `Layanan Pindah Memilih Dibuka

${LEDE}Layanan dibuka setiap hari kerja, Senin (10/11).

Warga cukup membawa KTP.

(nrl, bgs/ed. Foto: dok KPU Kota Tirtasari)`

describe('parseSavedPage', () => {
  it('parts a page into its stories and reports the page title', () => {
    const page = read(`Berita Terkini\n\n${FIRST}\n\n\n${SECOND}\n`, 2025)
    expect(
      page.stories.map(({ line, reports, story }) => [line, story.headline, story.event?.date, reports]),
    ).toEqual([
      [3, 'KPU Kota Tirtasari Uji Alat Bantu Coblos', '2025-11-13', []],
      [8, 'Layanan Pindah Memilih Dibuka', '2025-11-10', []],
    ])
    expect(page.skipped).toEqual([{ line: 1, reason: 'page-title', text: 'Berita Terkini' }])
  })

  it('gives every byte back, no-break spaces and double blanks included', () => {
    const page = read(`${FIRST}\n\n${SECOND}`)
    expect(page.stories.map(print)).toEqual([FIRST, SECOND])
  })

  it('keeps a run-on body as one block and names each block', () => {
    const blocks = read(FIRST).stories[0]?.story.blocks ?? []
    expect(blocks.map((block) => [block.kind, isBlockId(block.id)])).toEqual([['paragraph', true]])
  })

  it('keeps a dateline that does not fit as text, apart from the story before it, and reports it', () => {
    const odd =
      'KPU Kota Tirtasari Gelar Rapat\n\nTIRTASARI – Rapat digelar, Rabu (12/11). (nrl/ed. Foto: bgs/KPU)'
    const page = read(`${FIRST}\n\n${odd}\n\n${SECOND}`)
    expect(page.stories.map(({ story, reports }) => [story.dateline?.place ?? null, reports])).toEqual([
      ['Tirtasari', []],
      [null, ['no-dateline']],
      ['Tirtasari', []],
    ])
    expect(page.stories.map(print).join('\n\n')).toBe(`${FIRST}\n\n${odd}\n\n${SECOND}`)
  })

  it('keeps a credit line that does not fit as text and reports it', () => {
    const odd = FIRST.replace('(nrl/ed. Foto: bgs/KPU Kota Tirtasari)', '(Nurlaila / red)')
    const [story] = read(odd).stories
    expect([story?.story.credit, story?.reports, print(story)]).toEqual([null, ['no-credit'], odd])
  })

  it('takes a file without any dateline for one story', () => {
    const text = 'Catatan Rapat\n\nRapat dibuka Selasa (11/11).\n\nRapat ditutup.'
    const page = read(text)
    expect(page.stories.map(({ story, reports }) => [story.headline, story.event?.date, reports])).toEqual([
      ['Catatan Rapat', '2025-11-11', ['no-dateline', 'no-credit']],
    ])
    expect(print(page.stories[0])).toBe(text)
  })

  it('takes only the line above a dateline for the headline', () => {
    const page = read(`Beranda\nProfil\n${FIRST}`)
    expect(page.stories.map(print)).toEqual([FIRST])
    expect(page.skipped.map((each) => each.text)).toEqual(['Beranda\nProfil'])
  })

  it('parts stories that were saved without blank lines', () => {
    const page = read(`${FIRST}\n${SECOND}`.replaceAll('\n\n', '\n'))
    expect(page.stories.map(({ story }) => story.headline)).toEqual([
      'KPU Kota Tirtasari Uji Alat Bantu Coblos',
      'Layanan Pindah Memilih Dibuka',
    ])
  })

  it('leaves a stray line after the last story out, and says so', () => {
    const page = read(`${FIRST}\n\nBerita sebelumnya`)
    expect([page.stories.map(print), page.skipped]).toEqual([
      [FIRST],
      [{ line: 5, reason: 'stray-line', text: 'Berita sebelumnya' }],
    ])
  })

  it('keeps a long text after the credit line', () => {
    const long = 'Catatan: '.padEnd(400, 'teks ')
    expect(print(read(`${FIRST}\n\n${long}`).stories[0])).toBe(`${FIRST}\n\n${long}`)
  })

  it('starts a story without a headline at a dateline with no line above', () => {
    const page = read(`${LEDE}Isi berita, Kamis (13/11).`)
    expect(page.stories.map(({ story, reports }) => [story.headline, reports])).toEqual([
      ['', ['no-headline', 'no-credit']],
    ])
  })

  it('has no story in an empty text', () => {
    expect(read(' \n\t\n')).toEqual({ stories: [], skipped: [] })
  })

  const word = fc.constantFrom(
    'Komisi',
    'rapat',
    '(a/b)',
    '(nrl/ed)',
    '(12/11)',
    'Rabu',
    LEDE,
    '-',
    '\u00a0',
    '  ',
    '“kata”',
  )
  const line = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '))
  const text = fc
    .array(fc.oneof(line, fc.constantFrom('', ' ', FIRST, SECOND)), { maxLength: 12 })
    .map((all) => all.join('\n'))

  it('loses no letter of any page', () => {
    const letters = (each: string) => each.replace(/[ \t\r\n]/g, '')
    fc.assert(
      fc.property(text, (each) => {
        const page = read(each)
        const kept = [
          ...page.stories.map((story) => [story.line, print(story)] as const),
          ...page.skipped.map((s) => [s.line, s.text] as const),
        ]
        const inOrder = kept.toSorted(([a], [b]) => a - b).map(([, part]) => part)
        expect(letters(inOrder.join(''))).toBe(letters(each))
      }),
      { numRuns: 500 },
    )
  })

  it('reads what it printed as the same story', () => {
    fc.assert(
      fc.property(text, (each) => {
        for (const found of read(each).stories.filter(
          ({ story }) => story.dateline !== null && story.headline !== '',
        )) {
          const [again] = read(print(found)).stories
          expect(print(again)).toBe(print(found))
        }
      }),
    )
  })

  it('never throws on hostile text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 2_000 }), (each) => void read(each)))
  })
})
