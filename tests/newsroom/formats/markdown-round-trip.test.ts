import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatMarkdown, parseMarkdown } from '../../../src/newsroom/formats/index.ts'
import type { Story } from '../../../src/newsroom/story/index.ts'
import {
  arbitraryProse,
  arbitraryStory,
  arbitraryText,
  arbitraryWildText,
} from '../../support/arbitraries.ts'
import { aHouse, createTestRandom } from '../../support/builders.ts'

const house = aHouse()
const read = (text: string) => parseMarkdown(text, { house, random: createTestRandom() }).story

/** A story with its blocks' ids left out of the comparison. */
function withoutIds(story: Story) {
  return { ...story, blocks: story.blocks.map(({ id: _, ...block }) => block) }
}
describe('fuzz', () => {
  it('prose', () => {
    fc.assert(
      fc.property(arbitraryStory({ text: arbitraryProse(), emptyBlocks: false }), (s) => {
        const story = { ...s, dateline: null, credit: null }
        const text = formatMarkdown(story, house)
        expect([text, withoutIds(read(text))]).toEqual([text, withoutIds(story)])
      }),
      { numRuns: 2000 },
    )
  })
  it('any', () => {
    fc.assert(
      fc.property(arbitraryStory({ text: arbitraryText(), emptyBlocks: false }), (s) => {
        const story = { ...s, dateline: null, credit: null }
        const text = formatMarkdown(story, house)
        expect([text, withoutIds(read(text))]).toEqual([text, withoutIds(story)])
      }),
      { numRuns: 2000 },
    )
  })
})
