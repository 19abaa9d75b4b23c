import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  fillCreditForm,
  findDatelineProblem,
  readCreditForm,
  readTypedLink,
  type CreditFormValues,
} from '../../../src/newsroom/editor/index.ts'
import { isCreditLineValid, isDatelineValid } from '../../../src/newsroom/story/index.ts'
import { arbitraryProse, arbitraryStory } from '../../support/arbitraries.ts'
import { aHouse } from '../../support/builders.ts'

const house = aHouse()
const options = { staff: house.staff, rule: house.credit, join: 'space' } as const
const VALUES: CreditFormValues = {
  writers: 'nrl',
  editors: 'ed',
  photographers: 'bgs',
  isArchive: false,
  organisation: 'KPU Kota Tirtasari',
}

describe('the form of the credit line', () => {
  it('gives back every credit line it is filled with', () => {
    fc.assert(
      fc.property(arbitraryCredit(), (credit) => {
        const values = fillCreditForm(credit, 'KPU')
        expect(readCreditForm(values, { ...options, join: credit.join })).toEqual({ credit })
      }),
    )
  })

  it('lets nothing out that would not read back', () => {
    const text = fc.oneof(
      fc.constantFrom('nrl', 'ed', 'a', 'nrl/bgs', 'dok x', ' a', '. Foto: ', ')'),
      fc.string(),
    )
    const values = fc.record({
      writers: text,
      editors: text,
      photographers: text,
      isArchive: fc.boolean(),
      organisation: text,
    })
    fc.assert(
      fc.property(values, (each) => {
        const read = readCreditForm(each, options)
        if ('credit' in read) expect(isCreditLineValid(read.credit, house.credit)).toBe(true)
      }),
    )
  })

  it.each([
    [{ writers: '' }, { field: 'writers', reason: 'missing' }],
    [{ writers: 'x' }, { field: 'writers', reason: 'unreadable' }],
    [{ editors: ' , ' }, { field: 'editors', reason: 'missing' }],
    [{ editors: 'redaktur1' }, { field: 'editors', reason: 'unreadable' }],
    [{ photographers: 'b' }, { field: 'photographers', reason: 'unreadable' }],
    [{ organisation: '' }, { field: 'organisation', reason: 'missing' }],
    [{ organisation: 'KPU/DPR' }, { field: 'organisation', reason: 'unreadable' }],
  ] as const)('says what is wrong with %j', (part, problem) => {
    expect(readCreditForm({ ...VALUES, ...part }, options)).toEqual({ problem })
  })

  it('has no photo without photographer and archive, whatever the organisation says', () => {
    expect(readCreditForm({ ...VALUES, photographers: '' }, options)).toMatchObject({
      credit: { photo: null },
    })
    expect(readCreditForm({ ...VALUES, isArchive: true }, options)).toMatchObject({
      credit: { photo: { kind: 'archive' } },
    })
  })
})

describe('findDatelineProblem', () => {
  const { pattern } = house.dateline

  it('finds nothing in a valid dateline and something in every other', () => {
    fc.assert(
      fc.property(
        fc.oneof(arbitraryDateline(), fc.record({ place: fc.string(), site: fc.string() })),
        (dateline) => {
          expect(findDatelineProblem(dateline, pattern) === null).toBe(isDatelineValid(dateline, pattern))
        },
      ),
    )
  })

  it('names the field', () => {
    expect(findDatelineProblem({ place: '', site: '' }, pattern)).toEqual({
      field: 'place',
      reason: 'missing',
    })
    expect(findDatelineProblem({ place: 'Kota', site: 'a b' }, pattern)).toEqual({
      field: 'site',
      reason: 'unreadable',
    })
  })
})

describe('readTypedLink', () => {
  it.each([
    ['https://kpu.go.id/a', 'https://kpu.go.id/a'],
    [' kpu.go.id/a b ', 'https://kpu.go.id/a%20b'],
    ['humas@kpu.go.id', 'mailto:humas@kpu.go.id'],
    ['mailto:humas@kpu.go.id', 'mailto:humas@kpu.go.id'],
    ['javascript:alert(1)', null],
    ['file:///etc/passwd', null],
    ['kpu', null],
    ['', null],
  ])('reads %j', (text, expected) => {
    expect(readTypedLink(text)).toBe(expected)
  })
})

function arbitraryCredit() {
  return arbitraryStory({ text: arbitraryProse() })
    .map(({ credit }) => credit)
    .filter((credit) => credit !== null)
}

function arbitraryDateline() {
  return arbitraryStory({ text: arbitraryProse() })
    .map(({ dateline }) => dateline)
    .filter((dateline) => dateline !== null)
}
