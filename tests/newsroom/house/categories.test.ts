import { describe, expect, it } from 'vitest'
import {
  findCategoryProblem,
  matchCategories,
  putCategories,
  requireCategories,
} from '../../../src/newsroom/house/index.ts'
import { aHouse } from '../../support/builders.ts'
import { codeOf } from '../../support/code-of.ts'

describe('the list of categories', () => {
  it('takes names that differ, and says what is wrong with the first that does not fit', () => {
    const many = Array.from({ length: 61 }, (_, i) => `Kategori ${i}`)
    const lists = [
      ['Kegiatan', 'Tahapan Pemilu'],
      ['Kegiatan', 'kegiatan '],
      ['Kegiatan', 'KEGIATAN'],
      ['…'],
      ['a'.repeat(61)],
      many,
    ]
    expect(lists.map(findCategoryProblem)).toEqual([
      null,
      { reason: 'unnamed', name: 'kegiatan ' },
      { reason: 'twice', name: 'KEGIATAN' },
      { reason: 'unnamed', name: '…' },
      { reason: 'too-long', name: 'a'.repeat(61) },
      { reason: 'too-many', name: 'Kategori 60' },
    ])
  })

  it('replaces the house’s own, and leaves the house as it was when a name does not fit', async () => {
    const house = aHouse({ categories: ['Kegiatan'] })
    expect(putCategories(house, ['Siaran Pers', 'Kegiatan'])).toEqual({
      ...house,
      categories: ['Siaran Pers', 'Kegiatan'],
    })
    expect(await codeOf(Promise.resolve().then(() => putCategories(house, ['Kegiatan', 'kegiatan'])))).toBe(
      'house.category-refused',
    )
  })
})

describe('names from elsewhere', () => {
  const house = aHouse({ categories: ['Tahapan Pemilu', 'Kegiatan'] })

  it('are written as the house writes them, each once; others stay', () => {
    expect(
      matchCategories(house.categories, [' kegiatan', 'Ragam', 'TAHAPAN  PEMILU', 'Kegiatan', '']),
    ).toEqual(['Kegiatan', 'Ragam', 'Tahapan Pemilu'])
  })

  it('are refused where the house’s own are asked for', async () => {
    expect(requireCategories(house, ['kegiatan'])).toEqual(['Kegiatan'])
    expect(await codeOf(Promise.resolve().then(() => requireCategories(house, ['Ragam'])))).toBe(
      'house.category-unknown',
    )
  })
})
