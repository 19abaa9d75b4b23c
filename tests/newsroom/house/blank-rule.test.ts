import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDay, readValue, suggestValues, type BlankRule } from '../../../src/newsroom/house/index.ts'
import { readDay } from '../../../src/newsroom/story/index.ts'
import { aHouse } from '../../support/builders.ts'

const house = aHouse()
const facts = {
  staff: house.staff,
  places: house.dateline.places,
  last: ['Aula', 'Aula'],
  today: '2025-11-14',
}
const lede: BlankRule = { label: 'hari', kind: 'date', form: 'lede' }
const long: BlankRule = { label: 'hari', kind: 'date', form: 'long' }
const person: BlankRule = { label: 'nama', kind: 'person' }
const choice: BlankRule = { label: 'sarana', kind: 'choice', choices: ['Zoom Meeting', 'YouTube', 'Zoho'] }

describe('readValue', () => {
  it.each([
    [lede, '13/11', 'Kamis (13/11)'],
    [lede, ' 13 nov 2024 ', 'Rabu (13/11)'],
    [lede, 'Kamis (13/11)', 'Kamis (13/11)'],
    [long, '13-11-2025', 'Kamis, 13 November 2025'],
    [long, 'Kamis, 13 November 2025', 'Kamis, 13 November 2025'],
    [long, '31/4', '31/4'],
    [lede, 'pekan depan', 'pekan depan'],
    [person, 'nrl', 'Nurlaila Hapsari'],
    [person, 'Ibu Camat', 'Ibu Camat'],
    [choice, 'you', 'YouTube'],
    [choice, 'zo', 'zo'],
    [choice, '', ''],
    [{ label: 'acara', kind: 'text' } as const, '13/11', '13/11'],
  ] as const)('by %j reads %j as %j', (rule, typed, value) => {
    expect(readValue(rule, typed, facts)).toBe(value)
  })

  it('reads back what it has written, whatever the day', () => {
    const days = fc.date({
      min: new Date('1990-01-01'),
      max: new Date('2090-12-31'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(days, (instant) => {
        const date = instant.toISOString().slice(0, 10)
        const near = { ...facts, today: date }
        for (const rule of [lede, long] as const) {
          const text = formatDay(rule.form, date)
          expect(readValue(rule, text, near)).toBe(text)
          expect(readDay(text, date)?.date).toBe(date)
        }
      }),
    )
  })
})

describe('suggestValues', () => {
  it.each([
    [lede, ['Jumat (14/11)', 'Kamis (13/11)', 'Sabtu (15/11)']],
    [{ label: 'tempat', kind: 'place' } as const, ['Aula', 'Tirtasari']],
    [person, ['Aula', 'Nurlaila Hapsari', 'Bagas Wicaksono']],
    [choice, ['Zoom Meeting', 'YouTube', 'Zoho']],
    [{ label: 'acara', kind: 'text' } as const, ['Aula']],
  ] as const)('by %j begins with %j', (rule, first) => {
    expect(suggestValues(rule, facts).slice(0, first.length)).toEqual(first)
  })
})
