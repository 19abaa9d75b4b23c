import { describe, expect, it } from 'vitest'
import { findNextDue, findOvertaken, selectTurns, type Entry } from '../../../src/newsroom/publish/index.ts'
import { aDraftId, anEntry } from '../../support/publish-builders.ts'

const NOW = Date.parse('2025-11-13T02:00:00Z')
const LATER = '2025-11-13T02:00:10.000Z'
const orders = (entries: readonly Entry[]) => entries.map((entry) => entry.order)

describe('selectTurns', () => {
  it('binds the entries of one story on one target, and nothing else', () => {
    const entries = [
      anEntry({ order: 0 }),
      anEntry({ order: 1 }),
      anEntry({ order: 2, draft: aDraftId(2) }),
      anEntry({ order: 3, target: 'arsip' }),
    ]
    expect(orders(selectTurns(entries, NOW))).toEqual([0, 2, 3])
  })

  it.each(['sending', 'unknown', 'paused'] as const)('lets nothing of a story pass its %s entry', (state) => {
    const entries = [anEntry({ order: 0, state, dueAt: LATER }), anEntry({ order: 1 })]
    expect(selectTurns(entries, NOW)).toEqual([])
  })

  it('lets a newer entry pass a parked one, and other stories too', () => {
    const entries = [
      anEntry({ order: 0, state: 'parked' }),
      anEntry({ order: 1, revision: 2 }),
      anEntry({ order: 2, draft: aDraftId(2) }),
    ]
    expect(orders(selectTurns(entries, NOW))).toEqual([1, 2])
  })

  it('takes look-ups before sends, each in order', () => {
    const entries = [
      anEntry({ order: 3, draft: aDraftId(3), state: 'unknown' }),
      anEntry({ order: 0, draft: aDraftId(1) }),
      anEntry({ order: 1, draft: aDraftId(2), state: 'unknown' }),
    ]
    expect(orders(selectTurns(entries, NOW))).toEqual([1, 3, 0])
  })

  it('leaves out what is not due yet', () => {
    expect(selectTurns([anEntry({ dueAt: LATER })], NOW)).toEqual([])
  })
})

describe('findNextDue', () => {
  it('names the first instant at which the head of a story falls due', () => {
    const entries = [
      anEntry({ order: 0, dueAt: '2025-11-13T02:01:00.000Z' }),
      anEntry({ order: 1, dueAt: '2025-11-13T02:00:01.000Z' }),
      anEntry({ order: 2, draft: aDraftId(2), dueAt: LATER, state: 'unknown' }),
      anEntry({ order: 3, draft: aDraftId(3), state: 'parked' }),
      anEntry({ order: 4, draft: aDraftId(4), dueAt: '2025-11-13T01:00:00.000Z' }),
    ]
    expect(findNextDue(entries, NOW)).toBe(Date.parse(LATER))
  })

  it('is null when nothing waits for a time', () => {
    expect(
      findNextDue([anEntry(), anEntry({ order: 1, draft: aDraftId(2), state: 'paused' })], NOW),
    ).toBeNull()
  })
})

describe('findOvertaken', () => {
  it('drops what waits before a withdrawal of the same story on the same target', () => {
    const states = ['queued', 'paused', 'parked', 'sending', 'unknown'] as const
    const entries = [
      ...states.map((state, order) => anEntry({ order, state })),
      anEntry({ order: 5, target: 'arsip' }),
      anEntry({ order: 6, draft: aDraftId(2) }),
      anEntry({ order: 7, kind: 'withdraw' }),
      anEntry({ order: 8 }),
    ]
    expect(orders(findOvertaken(entries))).toEqual([0, 1, 2])
  })
})
