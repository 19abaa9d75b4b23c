import { describe, expect, it } from 'vitest'
import { fillFirstOffice, nameOffice, readFirstOffice } from '../../../src/newsroom/house/index.ts'
import { aHouse } from '../../support/builders.ts'

const RAWAJAYA = {
  name: ' Komisi Pemilihan Umum Kabupaten Rawajaya',
  short: 'KPU Rawajaya ',
  place: 'Rawajaya',
  site: 'kab-rawajaya.example',
  zone: 'WIT',
} as const

describe('an office that names itself', () => {
  it('is named wherever the house spoke of the one before, without the blanks around its words', () => {
    const short = 'KPU Kota Tirtasari'
    const house = aHouse({
      organisation: { name: 'Komisi Pemilihan Umum Kota Tirtasari', short, zone: 'WIB', language: 'id-ID' },
      dateline: {
        pattern: '{place}, {site} - ',
        places: [
          { place: 'Tirtasari', site: 'kota-tirtasari.example' },
          { place: 'Jakarta', site: 'kota-tirtasari.example' },
        ],
      },
      credit: { pattern: '({writers}/{editors}. Foto: {photo})', archive: 'dok', organisation: short },
      templates: [
        { id: 'rapat', name: 'Rapat', headline: `${short} Rapat`, blocks: [`${short} rapat. ${short}.`] },
      ],
    })
    const parts = nameOffice(house, RAWAJAYA)
    expect(parts).toEqual({
      organisation: {
        name: 'Komisi Pemilihan Umum Kabupaten Rawajaya',
        short: 'KPU Rawajaya',
        zone: 'WIT',
        language: 'id-ID',
      },
      dateline: {
        pattern: '{place}, {site} - ',
        places: [
          { place: 'Rawajaya', site: 'kab-rawajaya.example' },
          { place: 'Jakarta', site: 'kota-tirtasari.example' },
        ],
      },
      credit: {
        pattern: '({writers}/{editors}. Foto: {photo})',
        archive: 'dok',
        organisation: 'KPU Rawajaya',
      },
      templates: [
        {
          id: 'rapat',
          name: 'Rapat',
          headline: 'KPU Rawajaya Rapat',
          blocks: ['KPU Rawajaya rapat. KPU Rawajaya.'],
        },
      ],
    })
    expect(fillFirstOffice({ ...house, ...parts })).toEqual({
      ...RAWAJAYA,
      name: RAWAJAYA.name.trim(),
      short: RAWAJAYA.short.trim(),
    })
  })

  it('leaves photos with the organisation that they were credited to', () => {
    const house = aHouse({ credit: { ...aHouse().credit, organisation: 'Humas Tirtasari' } })
    expect(nameOffice(house, RAWAJAYA).credit.organisation).toBe('Humas Tirtasari')
  })
})

describe('an office that was kept while it was typed', () => {
  it('is read back as it was', () => {
    expect(readFirstOffice(JSON.parse(JSON.stringify(RAWAJAYA)))).toEqual(RAWAJAYA)
  })

  it.each([null, 'x', [], {}, { ...RAWAJAYA, zone: 'GMT' }, { ...RAWAJAYA, site: 3 }])(
    'is nothing when it is something else: %j',
    (value) => expect(readFirstOffice(value)).toBeNull(),
  )
})
