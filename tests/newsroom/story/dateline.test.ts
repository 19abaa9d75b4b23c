import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDateline, isDatelineValid, parseDateline } from '../../../src/newsroom/story/index.ts'

const PATTERN = '{place}, {site} - '

describe('parseDateline', () => {
  it('reads the place and the site, and says how much it took', () => {
    const text = 'Tirtasari, kota-tirtasari.kpu.go.id - Komisi Pemilihan Umum'
    expect(parseDateline(text, PATTERN)).toEqual({
      dateline: { place: 'Tirtasari', site: 'kota-tirtasari.kpu.go.id' },
      length: 'Tirtasari, kota-tirtasari.kpu.go.id - '.length,
    })
  })

  it('leaves further blanks to the text', () => {
    expect(parseDateline('Tirtasari, x.go.id -  Komisi', PATTERN)?.length).toBe(
      'Tirtasari, x.go.id - '.length,
    )
  })

  it('keeps commas in the place', () => {
    expect(parseDateline('Kota Baru, Kotabaru, x.go.id - A', PATTERN)?.dateline.place).toBe(
      'Kota Baru, Kotabaru',
    )
  })

  it.each([
    'Tirtasari - Komisi',
    'Tirtasari, kota-tirtasari.kpu.go.id – Komisi',
    'Tirtasari, bukan situs - Komisi',
    ' Tirtasari, x.go.id - Komisi',
    'Tirtasari,\u00a0x.go.id - Komisi',
    '17, x.go.id - Komisi',
    `${'Panjang '.repeat(40)}, x.go.id - Komisi`,
    '',
  ])('leaves %j alone', (text) => {
    expect(parseDateline(text, PATTERN)).toBeNull()
  })

  it('follows another house’s pattern', () => {
    const pattern = '[{place} | {site}] '
    expect(parseDateline('[Rawajaya | rawajaya.go.id] Isi', pattern)?.dateline).toEqual({
      place: 'Rawajaya',
      site: 'rawajaya.go.id',
    })
  })
})

const place = fc
  .array(fc.constantFrom('Kota', 'Tirtasari', 'Rawa-Jaya', 'Ñ', ',', '-', 'St.'), {
    minLength: 1,
    maxLength: 4,
  })
  .map((words) => words.join(' '))
const site = fc
  .array(fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,8}[a-z0-9])?$/), { minLength: 1, maxLength: 3 })
  .map((labels) => [...labels, 'id'].join('.'))

describe('format and parse of a dateline', () => {
  it('are inverses for every value that a form may accept', () => {
    fc.assert(
      fc.property(fc.record({ place, site }), fc.string(), (dateline, rest) => {
        fc.pre(isDatelineValid(dateline, PATTERN))
        const text = formatDateline(dateline, PATTERN)
        expect(parseDateline(text + rest, PATTERN)).toEqual({ dateline, length: text.length })
      }),
    )
  })

  it('give back the very text that was read', () => {
    fc.assert(
      fc.property(
        fc.tuple(place, fc.constantFrom(', ', ',', ' ,'), site, fc.constantFrom(' - ', '-', ' – ')),
        (parts) => {
          const text = parts.join('')
          const read = parseDateline(text, PATTERN)
          if (read !== null) expect(formatDateline(read.dateline, PATTERN)).toBe(text.slice(0, read.length))
        },
      ),
    )
  })

  it('never throw on hostile text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => void parseDateline(text, PATTERN)),
    )
  })

  it('refuse values that would not read back', () => {
    expect(isDatelineValid({ place: 'A, b.id - C', site: 'x.id' }, PATTERN)).toBe(false)
    expect(isDatelineValid({ place: '', site: 'x.id' }, PATTERN)).toBe(false)
    expect(isDatelineValid({ place: 'Tirtasari', site: 'tanpa titik' }, PATTERN)).toBe(false)
  })
})
