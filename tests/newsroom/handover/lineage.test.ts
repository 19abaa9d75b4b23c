import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  findCommonRevision,
  findHandoverCase,
  placeRevisions,
  type Chain,
} from '../../../src/newsroom/handover/index.ts'

/** `1a 2b`: revision 1 with the text a, revision 2 with the text b. */
function chain(words: string): Chain {
  return words
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => ({ revision: Number(word.slice(0, -1)), story: word.slice(-1) }))
}

describe('findHandoverCase', () => {
  it.each([
    ['', '1a', 'new'],
    ['1a 2b', '1a 2b', 'same'],
    ['1a 5b', '1a 2b', 'same'],
    ['1a', '1a 2b', 'ahead'],
    ['1a 2b', '1a', 'behind'],
    ['1a 2b', '1a 2c', 'apart'],
    ['1a', '1b', 'apart'],
    // A state that came from a colleague has another number here.
    ['1a 2b 3c', '1a 2c 3d', 'ahead'],
    ['1a 2c 3d', '1a 2b 3c', 'behind'],
    // They took it back to what it was: the numbers tell.
    ['1a 2b', '1a 2b 3a', 'ahead'],
    // Each is in the other's past by its text alone: nobody but a person knows.
    ['1a 3b', '1b 3a', 'apart'],
  ])('tells %j and %j as %s', (mine, theirs, kind) => {
    expect(findHandoverCase(chain(mine), chain(theirs))).toBe(kind)
  })
})

describe('placeRevisions', () => {
  it('leaves what is known where it is and puts the rest above, in its order', () => {
    const [mine, theirs] = [chain('1a 2b 7e'), chain('1a 2c 3d 4f')]
    expect(findCommonRevision(mine, theirs)).toBe(1)
    expect([...placeRevisions(mine, theirs)]).toEqual([
      [1, 1],
      [2, 8],
      [3, 9],
      [4, 10],
    ])
  })

  it('gives no number twice, and the newest the highest of all', () => {
    const arbitraryChain = fc
      .uniqueArray(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 8 })
      .chain((revisions) =>
        fc.tuple(
          ...revisions
            .sort((a, b) => a - b)
            .map((revision) => fc.constantFrom('a', 'b', 'c', 'd').map((story) => ({ revision, story }))),
        ),
      )
    fc.assert(
      fc.property(arbitraryChain, arbitraryChain, (mine, theirs) => {
        const placed = placeRevisions(mine, theirs)
        const texts = new Map(mine.map(({ revision, story }) => [revision, story]))
        for (const { revision, story } of theirs) {
          const place = placed.get(revision) ?? 0
          expect(texts.get(place) ?? story).toBe(story)
          texts.set(place, story)
        }
        const highest = placed.get(theirs.at(-1)?.revision ?? 0) ?? 0
        expect(mine.every(({ revision }) => revision < highest)).toBe(true)
        expect([...placed.values()].every((each) => each <= highest)).toBe(true)
      }),
    )
  })
})
