import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  completePerson,
  findStaff,
  formatPeople,
  lookUpPeople,
  parsePeople,
} from '../../../src/newsroom/editor/index.ts'
import { arbitraryProse, arbitraryStory } from '../../support/arbitraries.ts'
import { aHouse } from '../../support/builders.ts'

const { staff } = aHouse()

describe('parsePeople', () => {
  it.each([
    ['nrl', ['nrl'], 'comma'],
    ['nrl, bgs', ['nrl', 'bgs'], 'comma'],
    ['nrl/bgs', ['nrl', 'bgs'], 'slash'],
    [' nrl ,bgs/dan ', ['nrl', 'bgs', 'dan'], 'comma'],
    ['Bagas Wicaksono, nrl', ['bgs', 'nrl'], 'comma'],
    ['nurlaila hapsari', ['nrl'], 'comma'],
    ['xyz,', ['xyz'], 'comma'],
  ] as const)('reads %j', (text, initials, parting) => {
    expect(parsePeople(text, staff)).toEqual({ initials, parting })
  })

  it.each(['', ' , /', ' '])('finds nobody in %j', (text) => {
    expect(parsePeople(text, staff)).toBeNull()
  })

  it('gives back the names of every credit line', () => {
    fc.assert(
      fc.property(arbitraryCredit(), ({ writers }) => {
        expect(parsePeople(formatPeople(writers), [])).toEqual(writers)
      }),
    )
  })
})

describe('the staff directory', () => {
  it('suggests by initials or any part of a name, those with the role first', () => {
    const find = (text: string) => findStaff(staff, text, 'photographer').map(({ initials }) => initials)
    expect(find('')).toEqual(['bgs', 'dan', 'nrl', 'ed'])
    expect(find('wic')).toEqual(['bgs'])
    expect(find('nrl, D')).toEqual(['dan'])
    expect(find('bgs, b')).toEqual([])
  })

  it('completes the name that is typed last', () => {
    expect(completePerson('nrl, ba', 'bgs')).toBe('nrl, bgs')
    expect(completePerson('nrl/ba', 'bgs')).toBe('nrl/bgs')
    expect(completePerson('ba', 'bgs')).toBe('bgs')
  })

  it('tells who is who and who is unknown', () => {
    expect(lookUpPeople('nrl, xyz', staff)).toEqual({ names: ['Nurlaila Hapsari'], unknown: ['xyz'] })
  })
})

function arbitraryCredit() {
  return arbitraryStory({ text: arbitraryProse() })
    .map(({ credit }) => credit)
    .filter((credit) => credit !== null)
}
