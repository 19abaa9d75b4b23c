import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  findCreditLine,
  formatCreditLine,
  isCreditLineValid,
  parseCreditLine,
  type CreditLine,
} from '../../../src/newsroom/story/index.ts'

const RULE = { pattern: '({writers}/{editors}. Foto: {photo})', archive: 'dok' }
const one = (initials: string) => ({ initials: [initials], parting: 'comma' as const })

describe('parseCreditLine', () => {
  it('reads writer, editor, photographer and organisation', () => {
    expect(parseCreditLine('(nrl/ed. Foto: bgs/KPU Kota Tirtasari)', RULE)).toEqual({
      writers: one('nrl'),
      editors: ['ed'],
      photo: { kind: 'people', by: one('bgs'), organisation: 'KPU Kota Tirtasari' },
    })
  })

  it('reads the archive, which has no slash', () => {
    expect(parseCreditLine('(nrl/ed. Foto: dok KPU Kota Tirtasari)', RULE)?.photo).toEqual({
      kind: 'archive',
      organisation: 'KPU Kota Tirtasari',
    })
  })

  it('reads a credit line without a photo', () => {
    expect(parseCreditLine('(nrl/ed)', RULE)).toEqual({ writers: one('nrl'), editors: ['ed'], photo: null })
  })

  it('takes dan for initials, and the last name before the stop for the editor', () => {
    expect(parseCreditLine('(nrl/dan/ed. Foto: dan/KPU)', RULE)).toEqual({
      writers: { initials: ['nrl', 'dan'], parting: 'slash' },
      editors: ['ed'],
      photo: { kind: 'people', by: one('dan'), organisation: 'KPU' },
    })
  })

  it('remembers how several people are parted', () => {
    expect(parseCreditLine('(nrl, bgs/ed, rw. Foto: bgs/sty/KPU)', RULE)).toEqual({
      writers: { initials: ['nrl', 'bgs'], parting: 'comma' },
      editors: ['ed', 'rw'],
      photo: { kind: 'people', by: { initials: ['bgs', 'sty'], parting: 'slash' }, organisation: 'KPU' },
    })
  })

  it.each([
    '(ed)',
    '(nrl/ed',
    'nrl/ed)',
    '(n/ed)',
    '(panjang/ed)',
    '(nrl /ed)',
    '(nrl/ed. Foto: KPU)',
    '(nrl/ed. Foto: bgs/)',
    '(nrl/ed. Foto: dok )',
    '(nrl/ed. Foto:bgs/KPU)',
    '(nrl/ed. Foto: bgs/KPU\nKota)',
    '(nrl, bgs/rw/ed)',
    '()',
    ')(',
    '',
  ])('leaves %j alone', (text) => {
    expect(parseCreditLine(text, RULE)).toBeNull()
  })
})

describe('findCreditLine', () => {
  it.each([
    ['Isi. (nrl/ed)', 'space', 'Isi.'],
    ['Isi.  (nrl/ed)', 'space', 'Isi. '],
    ['Isi.\n(nrl/ed)', 'line', 'Isi.'],
    ['Isi.(nrl/ed)', 'none', 'Isi.'],
    ['Isi\u00a0(nrl/ed)', 'none', 'Isi\u00a0'],
    ['(nrl/ed)', 'none', ''],
  ])('finds what joins it in %j', (text, join, proper) => {
    const found = findCreditLine(text, RULE)
    expect(found?.credit.join).toBe(join)
    expect(text.slice(0, found?.start)).toBe(proper)
  })

  it('finds an organisation with brackets of its own', () => {
    expect(findCreditLine('Isi. (nrl/ed. Foto: bgs/KPU (RI))', RULE)?.credit.photo).toMatchObject({
      organisation: 'KPU (RI)',
    })
  })

  it('leaves a bracket inside a word alone', () => {
    expect(findCreditLine('kerja sama lembaga(KPU/DPR)', RULE)).toBeNull()
  })

  it('is quick and quiet on a hostile run of brackets', () => {
    expect(findCreditLine(`${'('.repeat(100_000)}${')'.repeat(100_000)}`, RULE)).toBeNull()
  })
})

const initials = fc.stringMatching(/^[a-z]{2,5}$/)
const names = fc.record({
  initials: fc.array(initials, { minLength: 1, maxLength: 3 }),
  parting: fc.constantFrom('comma' as const, 'slash' as const),
})
const organisation = fc.constantFrom(
  'KPU',
  'KPU Kota Tirtasari',
  'Humas (RI)',
  'dok Kota',
  'a. Foto: b',
  'a/b',
  ' x',
  'é',
)
const photo = fc.option(
  fc.oneof(
    fc.record({ kind: fc.constant('people' as const), by: names, organisation }),
    fc.record({ kind: fc.constant('archive' as const), organisation }),
  ),
)
const credit = fc.record({
  writers: names,
  editors: fc.array(initials, { minLength: 1, maxLength: 3 }),
  photo,
})

describe('format and parse of a credit line', () => {
  it('are inverses for every value that a form may accept', () => {
    fc.assert(
      fc.property(credit, (value) => {
        fc.pre(isCreditLineValid(value, RULE))
        expect(parseCreditLine(formatCreditLine(value, RULE), RULE)).toEqual(value)
      }),
    )
  })

  it('give back the very text that was read', () => {
    const words = fc.constantFrom(
      '(',
      ')',
      '/',
      ', ',
      '. Foto: ',
      'dok ',
      'nrl',
      'ed',
      'dan',
      'KPU',
      ' ',
      '.',
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), (parts) => {
        const text = `(nrl/${parts.join('')})`
        const read = parseCreditLine(text, RULE)
        if (read !== null) expect(formatCreditLine(read, RULE)).toBe(text)
      }),
      { numRuns: 2_000 },
    )
  })

  it('never throw on hostile text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 600 }),
        (text) => void findCreditLine(`${text})`, RULE),
      ),
    )
  })

  it('refuse values that would not read back', () => {
    const valid: Omit<CreditLine, 'join'> = { writers: one('nrl'), editors: ['ed'], photo: null }
    expect(isCreditLineValid(valid, RULE)).toBe(true)
    expect(isCreditLineValid({ ...valid, writers: { initials: ['nrl'], parting: 'slash' } }, RULE)).toBe(
      false,
    )
    expect(isCreditLineValid({ ...valid, editors: ['e d'] }, RULE)).toBe(false)
    expect(isCreditLineValid({ ...valid, photo: { kind: 'archive', organisation: 'a/b' } }, RULE)).toBe(false)
  })
})
