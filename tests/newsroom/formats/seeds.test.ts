import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  formatHtmlPage,
  formatMarkdown,
  formatNinjs,
  parseHtml,
  parseMarkdown,
  parseNinjs,
} from '../../../src/newsroom/formats/index.ts'
import { parseHouse } from '../../../src/newsroom/house/index.ts'
import { parseSavedPage } from '../../../src/newsroom/story/index.ts'
import { createTestRandom, withoutIds } from '../../support/builders.ts'
import { createSubsetValidator } from '../../support/ninjs-schema.ts'
import { parseXml } from '../../support/xml.ts'

const seeds = resolve(import.meta.dirname, '../../../../shared/seeds')
const given = existsSync(seeds)

describe.skipIf(!given)(
  `the six stories of a real page${given ? '' : ' (not given: ../shared/seeds)'}`,
  () => {
    const read = () => {
      const house = parseHouse(JSON.parse(readFileSync(resolve(seeds, 'house.json'), 'utf8')))
      const page = parseSavedPage(readFileSync(resolve(seeds, 'berita-terkini.txt'), 'utf8'), {
        datelinePattern: house.dateline.pattern,
        creditRule: house.credit,
        today: '2025-11-14',
        year: 2025,
        random: createTestRandom(),
      })
      return { house, stories: page.stories.map((each) => each.story) }
    }
    const options = () => ({ house: read().house, random: createTestRandom() })

    it('come back from HTML, Markdown and ninjs', () => {
      const { house, stories } = read()
      expect(stories.length).toBe(6)
      for (const story of stories) {
        const page = formatHtmlPage(story, house, { ids: true })
        const article = formatNinjs(story, {
          house,
          id: '0f9d3c1e-6a52-4b53-9a4e-3f0e1c2d3b4a',
          revision: 1,
          createdAt: '2025-11-13T02:00:00.000Z',
          updatedAt: '2025-11-13T02:00:00.000Z',
        })
        parseXml(page)
        expect(createSubsetValidator()(article)).toEqual([])
        expect(parseHtml(page, options()).story).toEqual(story)
        expect(parseNinjs(article, options()).story).toEqual(story)
        expect(withoutIds(parseMarkdown(formatMarkdown(story, house), options()).story)).toEqual(
          withoutIds(story),
        )
      }
    })
  },
)
