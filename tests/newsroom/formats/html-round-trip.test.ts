import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { formatHtml, formatHtmlPage, parseHtml } from '../../../src/newsroom/formats/index.ts'
import type { Story } from '../../../src/newsroom/story/index.ts'
import { arbitraryStory, arbitraryText, arbitraryWildText } from '../../support/arbitraries.ts'
import { aHouse, createTestRandom } from '../../support/builders.ts'

const house = aHouse()
const read = (html: string) => parseHtml(html, { house, random: createTestRandom() }).story
const stories = arbitraryStory({ text: arbitraryText() })

/** A story with its blocks' ids left out of the comparison. */
function withoutIds(story: Story) {
  return { ...story, blocks: story.blocks.map(({ id: _, ...block }) => block) }
}

function parseXml(xml: string): void {
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.write(xml).close()
}

describe('a page of ours', () => {
  it('gives any story back, ids too when they are asked for', () => {
    fc.assert(
      fc.property(stories, (story) => {
        expect(read(formatHtmlPage(story, house, { ids: true }))).toEqual(story)
      }),
      { numRuns: 500 },
    )
  })

  it('gives any story back but for the ids when they are not', () => {
    fc.assert(
      fc.property(stories, (story) => {
        expect(withoutIds(read(formatHtmlPage(story, house)))).toEqual(withoutIds(story))
      }),
      { numRuns: 500 },
    )
  })

  it('is well-formed XML, whatever the story holds', () => {
    fc.assert(
      fc.property(arbitraryStory({ text: arbitraryWildText() }), (story) => {
        parseXml(formatHtmlPage(story, house, { ids: true }))
        parseXml(formatHtml(story, house))
      }),
      { numRuns: 500 },
    )
  })
})
