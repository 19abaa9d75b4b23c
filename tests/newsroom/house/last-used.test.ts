import { describe, expect, it } from 'vitest'
import { getLastValues, noteUse, NOTHING_USED, parseLastUsed } from '../../../src/newsroom/house/index.ts'
import { aCredit } from '../../support/builders.ts'

const DRAFTS = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'] as const

describe('noteUse', () => {
  it('puts the newest value of a label first, each once, and keeps eight', () => {
    const values = [...'abcdefghij', 'b'].map((value) => ({ label: 'acara', value }))
    const known = noteUse(NOTHING_USED, { values })
    expect(getLastValues(known, 'acara')).toEqual(['b', 'j', 'i', 'h', 'g', 'f', 'e', 'd'])
    expect(getLastValues(known, 'lain')).toEqual([])
  })

  it('forgets neither names nor editions when something else is used', () => {
    const known = noteUse(NOTHING_USED, {
      dateline: { place: 'Rawajaya', site: 'rawajaya.kpu.go.id' },
      credit: aCredit(),
      edition: { template: 'kajian', draft: DRAFTS[0] },
    })
    const next = noteUse(known, { edition: { template: 'kajian', draft: DRAFTS[1] } })
    expect(next).toEqual({ ...known, editions: [{ template: 'kajian', draft: DRAFTS[1] }] })
    expect(parseLastUsed(JSON.parse(JSON.stringify(next)))).toEqual(next)
  })

  it('remembers neither blank nor very long values', () => {
    const values = ['', '  ', 'a'.repeat(301)].map((value) => ({ label: 'acara', value }))
    expect(noteUse(NOTHING_USED, { values })).toEqual(NOTHING_USED)
  })
})
