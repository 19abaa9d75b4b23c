import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findEventDate, formatLongDate, getWeekday, MONTHS } from '../../../src/newsroom/story/index.ts'

const today = '2025-11-14'

describe('findEventDate', () => {
  it.each([
    ['digelar, Kamis (13/11). Selanjutnya Jumat (14/11).', '2025-11-13', 'assumed'],
    ['Kamis Sesuatu digelar daring, Kamis (6/11).', '2025-11-06', 'assumed'],
    ['pada Jum’at (31/10)', '2025-10-31', 'assumed'],
    ["pada Jum'at, (31/10)", '2025-10-31', 'assumed'],
    ['pada Rabu (1/1)', '2026-01-01', 'assumed'],
    ['pada Rabu (31/12)', '2025-12-31', 'assumed'],
    ['pada Kamis (29/2)', '2024-02-29', 'assumed'],
    ['pada Kamis (13/11/2024)', '2024-11-13', 'stated'],
    ['pada Kamis, 13 November 2025,', '2025-11-13', 'stated'],
    ['pada Kamis 13 november', '2025-11-13', 'assumed'],
    ['pada kamis\u00a0(13/11)', '2025-11-13', 'assumed'],
  ])('reads %j', (text, date, year) => {
    expect(findEventDate(text, { today })).toEqual({ date, year })
  })

  it.each(['Kamis Sesuatu', 'Kamis (31/4)', 'Kamis (0/1)', 'Kamis (1/13)', '(13/11)', 'Kamisan (13/11)', ''])(
    'finds none in %j',
    (text) => {
      expect(findEventDate(text, { today })).toBeNull()
    },
  )

  it('takes the given year for stated, and has none when that year lacks the day', () => {
    expect(findEventDate('Kamis (16/10)', { today, year: 2023 })).toEqual({
      date: '2023-10-16',
      year: 'stated',
    })
    expect(findEventDate('Kamis (29/2)', { today, year: 2025 })).toBeNull()
  })

  it('assumes a year that is never more than half a year away', () => {
    const day = fc.date({ min: new Date('2001-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(day, day, (now, told) => {
        fc.pre(!(told.getUTCMonth() === 1 && told.getUTCDate() === 29))
        const text = `Senin (${told.getUTCDate()}/${told.getUTCMonth() + 1})`
        const event = findEventDate(text, { today: now.toISOString().slice(0, 10) })
        const away = Math.abs(Date.parse(event?.date ?? '') - Date.parse(now.toISOString().slice(0, 10)))
        expect(away / 86_400_000).toBeLessThanOrEqual(183)
      }),
    )
  })

  it('never throws on hostile text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => void findEventDate(`Senin (${text}`, { today })),
    )
  })
})

describe('formatLongDate', () => {
  it('prints weekday, day, month and year', () => {
    expect(formatLongDate('2025-11-14')).toBe('Jumat, 14 November 2025')
  })

  it('is read back by findEventDate', () => {
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(day, (each) => {
        const date = each.toISOString().slice(0, 10)
        expect(findEventDate(formatLongDate(date), { today })).toEqual({ date, year: 'stated' })
      }),
    )
  })
})

describe('getWeekday', () => {
  it('names the Indonesian weekday', () => {
    expect(['2025-11-09', '2025-11-10', '2025-11-14'].map(getWeekday)).toEqual(['Minggu', 'Senin', 'Jumat'])
    expect(MONTHS).toHaveLength(12)
  })
})
