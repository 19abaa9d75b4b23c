import { describe, expect, it } from 'vitest'
import { parseStaffRows, type StaffRow } from '../../../src/newsroom/house/index.ts'
import { aHouse } from '../../support/builders.ts'

const { staff } = aHouse()
const sketch = ({ line, member, problem }: StaffRow) => [line, member, problem?.reason ?? null]

describe('parseStaffRows', () => {
  it('reads rows as a spreadsheet gives them, and knows the roles by their words', () => {
    const text =
      'tik\tTika Ramadhani\tPenulis, Fotografer\t1/2/2024\t\nwid\t"Widya Sari"\tRedaktur\t2023-05-01\t31/12/2025\r\n'
    expect(parseStaffRows(text, staff).map(sketch)).toEqual([
      [
        1,
        { initials: 'tik', name: 'Tika Ramadhani', roles: ['writer', 'photographer'], from: '2024-02-01' },
        null,
      ],
      [
        2,
        { initials: 'wid', name: 'Widya Sari', roles: ['editor'], from: '2023-05-01', to: '2025-12-31' },
        null,
      ],
    ])
  })

  it('follows a row of headings, in whatever order, and lets unknown columns be', () => {
    const text = 'No;Nama;Peran;Inisial\n1;Tika Ramadhani;Reporter;tik\n'
    expect(parseStaffRows(text, staff).map(sketch)).toEqual([
      [2, { initials: 'tik', name: 'Tika Ramadhani', roles: ['writer'] }, null],
    ])
  })

  it('sees that names come first', () => {
    expect(parseStaffRows('Tika Ramadhani, tik', staff).map(({ member }) => member.initials)).toEqual(['tik'])
  })

  it('says of each row that cannot be added why not, and takes nobody twice', () => {
    const text = [
      'nrl\tNuraini',
      'tik\tTika',
      'tik\tTiko',
      'x\tXena',
      'wid\t',
      'sri\tSri\tpenulis\tkemarin',
      'ari\tAri\tpenulis\t31/2/2025',
      'ani\tAni\tpenulis\t2025-02-01\t2025-01-01',
    ].join('\n')
    expect(parseStaffRows(text, staff).map(({ problem }) => problem?.reason ?? null)).toEqual([
      'initials-taken',
      null,
      'initials-taken',
      'initials-form',
      'empty',
      'date-form',
      'date-form',
      'dates-order',
    ])
  })

  it('finds nobody in nothing', () => {
    expect(parseStaffRows(' \n\t\n', staff)).toEqual([])
  })
})
