import { describe, expect, it } from 'vitest'
import { cutHeadline } from '../../../../src/newsroom/drafts/ui/headline-pieces.ts'
import { readListKey } from '../../../../src/newsroom/drafts/ui/list-keys.ts'
import { computeWindow, scrollTo } from '../../../../src/newsroom/drafts/ui/row-window.ts'
import { getTellingSnippet } from '../../../../src/newsroom/drafts/ui/snippet.ts'

const HEIGHT = 600
const TOTAL = 50_000

describe('the rows in the page', () => {
  it('cover what is in sight wherever it is scrolled to, and are few', () => {
    for (const top of [0, 1, 75, 76, 77, 38_000, 1_234_567, TOTAL * 76 - HEIGHT]) {
      const { from, to } = computeWindow(top, HEIGHT, TOTAL)
      expect(from * 76).toBeLessThanOrEqual(top)
      expect(to * 76).toBeGreaterThanOrEqual(Math.min(top + HEIGHT, TOTAL * 76))
      expect(to - from).toBeLessThanOrEqual(24)
    }
  })

  it('are all of a short list, and none of an empty one', () => {
    expect([computeWindow(0, HEIGHT, 3), computeWindow(0, HEIGHT, 0)]).toEqual([
      { from: 0, to: 3 },
      { from: 0, to: 0 },
    ])
    // A list that became shorter than it was scrolled.
    expect(computeWindow(500_000, HEIGHT, 3)).toMatchObject({ to: 3 })
  })

  it('are scrolled to as little as it takes', () => {
    expect([scrollTo(2, 0, HEIGHT), scrollTo(10, 0, HEIGHT), scrollTo(1, 400, HEIGHT)]).toEqual([0, 236, 76])
  })
})

describe('a key in the list', () => {
  const press = (key: string, over = {}) =>
    readListKey({ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...over })

  it('moves, and with Shift marks what lies between', () => {
    const moves = ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'].map((key) => {
      const read = press(key)
      return read?.kind === 'move' ? read.to(50, 99, 7) : null
    })
    expect(moves).toEqual([51, 49, 57, 43, 0, 99])
    expect(press('ArrowDown', { shiftKey: true })).toMatchObject({ kind: 'move', extend: true })
  })

  it('opens, marks one or all, and does away with', () => {
    expect([
      press('Enter'),
      press(' '),
      press(' ', { ctrlKey: true }),
      press('a', { metaKey: true }),
      press('Delete'),
      press('Escape'),
    ]).toEqual(['open', 'open', 'toggle', 'all', 'discard', 'escape'].map((kind) => ({ kind })))
  })

  it('that belongs to somebody else is left alone', () => {
    expect([press('k', { ctrlKey: true }), press('ArrowDown', { altKey: true }), press('x')]).toEqual([
      null,
      null,
      null,
    ])
  })
})

describe('a headline in the list', () => {
  it('is cut where the office’s name and the finds begin and end', () => {
    const found = 'KPU \u0002Kota\u0003 Tirtasari Gelar \u0002Simulasi\u0003'
    const pieces = cutHeadline({ headline: 'KPU Kota Tirtasari Gelar Simulasi', found }, 'KPU Kota Tirtasari')
    expect(pieces).toEqual([
      { text: 'KPU ', isOffice: true, isFound: false },
      { text: 'Kota', isOffice: true, isFound: true },
      { text: ' Tirtasari', isOffice: true, isFound: false },
      { text: ' Gelar ', isOffice: false, isFound: false },
      { text: 'Simulasi', isOffice: false, isFound: true },
    ])
  })

  it('shows its blanks, and no finds then', () => {
    const row = { headline: 'Audiensi {{lembaga}}', found: '\u0002Audiensi\u0003 {{lembaga}}' }
    expect(cutHeadline(row, '')).toEqual([{ text: 'Audiensi ‹lembaga›', isOffice: false, isFound: false }])
  })

  it('needs no snippet that only repeats it', () => {
    const headline = 'Gudang Logistik Diperiksa'
    expect(getTellingSnippet({ headline, snippet: '\u0002Gudang\u0003 Logistik…' })).toBeNull()
    expect(getTellingSnippet({ headline, snippet: 'isi \u0002gudang\u0003' })).toBe('isi \u0002gudang\u0003')
  })
})
