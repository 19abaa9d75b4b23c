import { describe, expect, it } from 'vitest'
import { countDaysLeft } from '../../../../src/newsroom/drafts/ui/trash-time.ts'

const DAY = 86_400_000
const AT = Date.parse('2025-11-14T02:00:00.000Z')
const iso = (days: number) => new Date(AT + days * DAY).toISOString()

describe('the days that a draft in the trash has left', () => {
  const row = { trashedAt: iso(0), updatedAt: iso(-3), isPublic: false }

  it('are counted from when it went in, down to its last', () => {
    const days = [0, 0.5, 29, 29.5, 30, 31].map((passed) => countDaysLeft(row, 30, AT + passed * DAY))
    expect(days).toEqual([30, 30, 1, 1, 0, 0])
  })

  it('are counted from its last change when the clock was wrong as it went in', () => {
    expect(countDaysLeft({ ...row, trashedAt: iso(-500) }, 30, AT)).toBe(27)
  })

  it('do not end for what is public, or where the office keeps its trash', () => {
    expect([countDaysLeft({ ...row, isPublic: true }, 30, AT), countDaysLeft(row, null, AT)]).toEqual([
      null,
      null,
    ])
  })
})
