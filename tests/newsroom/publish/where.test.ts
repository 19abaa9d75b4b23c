import { describe, expect, it } from 'vitest'
import { findRevisionPlaces } from '../../../src/newsroom/publish/index.ts'

const targets = ['situs', 'cermin', 'arsip']
const at = (target: string, revision: number, kind: 'publish' | 'correct' | 'withdraw' = 'publish') => ({
  ...{ target, revision, kind },
})

describe('findRevisionPlaces', () => {
  it('tells where a revision is shown, where it is on its way to, and which targets are left', () => {
    const facts = { targets, holdings: [at('situs', 4), at('arsip', 3)], entries: [at('cermin', 4)] }
    expect(findRevisionPlaces(4, facts)).toEqual({ shown: ['situs'], waiting: ['cermin'], left: ['arsip'] })
  })

  it('takes a target that withdrew it, or is about to, for one that is left, and one that is gone for none', () => {
    const holdings = [at('situs', 4, 'withdraw'), at('dulu', 4), at('arsip', 4, 'correct')]
    expect(findRevisionPlaces(4, { targets, holdings, entries: [at('cermin', 4, 'withdraw')] })).toEqual({
      shown: ['arsip'],
      waiting: [],
      left: ['situs', 'cermin'],
    })
  })
})
