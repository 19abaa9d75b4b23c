import { describe, expect, it } from 'vitest'
import { findHouseProblems } from '../../../src/newsroom/house/index.ts'
import { checkPattern } from '../../../src/newsroom/house/pattern-check.ts'
import { aHouse } from '../../support/builders.ts'

const NAMES = ['{a}', '{b}']

describe('checkPattern', () => {
  it.each([
    ['{a}, {b} - ', null],
    ['- {b}', { reason: 'missing', placeholder: '{a}' }],
    ['{a} {b} {a}.', { reason: 'twice', placeholder: '{a}' }],
    ['{b}, {a} - ', { reason: 'order', placeholder: '{b}' }],
    ['{a}{b} - ', { reason: 'together', placeholder: '{b}' }],
    ['{a}, {b}', { reason: 'open-end', placeholder: '{b}' }],
  ])('judges %j', (pattern, problem) => {
    expect(checkPattern(pattern, NAMES)).toEqual(problem)
  })
})

describe('findHouseProblems', () => {
  const house = aHouse()
  const { organisation, dateline, credit, staff } = house

  it('finds nothing in a sound profile', () => {
    expect(findHouseProblems(house)).toEqual([])
  })

  it.each([
    ['an empty name', { organisation: { ...organisation, name: ' ' } }, ['organisation.name empty']],
    [
      'a pattern without its end',
      { dateline: { ...dateline, pattern: '{place}, {site}' } },
      ['dateline.pattern open-end'],
    ],
    [
      'a site that is none',
      { dateline: { ...dateline, places: [{ place: 'Tirtasari', site: 'kpu' }] } },
      ['dateline.places.0.site unreadable'],
    ],
    [
      'a place that stands there twice',
      { dateline: { ...dateline, places: [...dateline.places, ...dateline.places] } },
      ['dateline.places.1.place place-twice'],
    ],
    [
      'a pattern whose line does not come back',
      { credit: { ...credit, pattern: '({writers}d{editors}. Foto: {photo})' } },
      ['credit.pattern unreadable'],
    ],
    [
      'an organisation that the photo credit cannot hold',
      { credit: { ...credit, organisation: 'KPU/Tirtasari' } },
      ['credit.organisation unreadable'],
    ],
    [
      'an archive word with a space',
      { credit: { ...credit, archive: 'dok. kantor' } },
      ['credit.archive letters-only'],
    ],
    [
      'initials that are taken, or none',
      {
        staff: [
          ...staff,
          { initials: 'ed', name: 'Edi', roles: [] },
          { initials: 'x1', name: '', roles: [], from: '2025-02-01', to: '2025-01-01' },
        ],
      },
      [
        'staff.4.initials initials-taken',
        'staff.5.initials initials-form',
        'staff.5.name empty',
        'staff.5.to dates-order',
      ],
    ],
  ])('finds %s', (_, over, problems) => {
    const found = findHouseProblems({ ...house, ...over })
    expect(found.map(({ at, reason }) => `${at} ${reason}`)).toEqual(problems)
  })
})
