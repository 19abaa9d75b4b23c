import { fromMarkdown } from 'mdast-util-from-markdown'
import { describe, expect, it } from 'vitest'
import {
  formatHtmlPage,
  formatMarkdown,
  formatNinjs,
  formatText,
  parseHtml,
  parseMarkdown,
  parseNinjs,
  serializeNinjs,
} from '../../../src/newsroom/formats/index.ts'
import { cleanLink, parseStory, type Story } from '../../../src/newsroom/story/index.ts'
import { aHouse, aStory, createTestRandom } from '../../support/builders.ts'
import { findDanger } from '../../support/html-danger.ts'
import { INJECTION_VECTORS } from '../../support/injection-vectors.ts'

const house = aHouse()
const options = () => ({ house, random: createTestRandom() })
const context = {
  house,
  id: '0f9d3c1e-6a52-4b53-9a4e-3f0e1c2d3b4a',
  revision: 7,
  createdAt: '2025-11-13T02:00:00.000Z',
  updatedAt: '2025-11-13T10:10:00.000Z',
}
const page = formatHtmlPage(aStory(), house)
const STYLE = /<style>([^]*?)<\/style>/.exec(page)?.[1] ?? ''

/** A story with an attack at every place that takes a text, the ones that a parser would refuse included. */
function anAttackedStory(vector: string): Story {
  const story = aStory({ headline: vector, excerpt: vector, tags: [vector], blocks: ['Isi.'] })
  const runs = [
    { text: vector },
    { text: vector, bold: true as const, link: vector },
    { text: 'x', link: vector },
  ]
  const id = vector as Story['blocks'][number]['id']
  return {
    ...story,
    slug: vector,
    event: { date: vector, year: 'stated' },
    dateline: { place: vector, site: vector },
    credit: {
      writers: { initials: [vector], parting: 'comma' },
      editors: [vector],
      photo: { kind: 'archive', organisation: vector },
      join: 'space',
    },
    blocks: [
      { id, kind: 'paragraph', runs },
      { id, kind: 'heading', runs },
      { id, kind: 'quote', runs },
      { id, kind: 'list', ordered: true, runs },
      { id, kind: 'photo', photo: vector, alt: vector, runs },
      { id, kind: 'paragraph', runs },
    ],
  }
}

/** What is dangerous in a story that was read: a link that is not clean, or anything its schema refuses. */
function findDangerInStory(story: Story): readonly string[] {
  const links = parseStory(story).blocks.flatMap((block) => block.runs.flatMap((run) => run.link ?? []))
  return links.filter((link) => cleanLink(link) !== link)
}

/** The markup that a Markdown reader would see beside what a story can hold. */
function findDangerInMarkdown(text: string): readonly string[] {
  const found: string[] = []
  const body = text.replace(/^---\n[^]*?\n---\n/, '')
  const stack: ReturnType<typeof fromMarkdown>['children'] = [...fromMarkdown(body).children]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === 'html' && node.value !== '<br>') found.push(node.value)
    if (node.type === 'link' && cleanLink(node.url) !== node.url) found.push(node.url)
    if (node.type === 'code' || node.type === 'definition' || node.type === 'inlineCode')
      found.push(node.type)
    if ('children' in node) stack.push(...node.children)
  }
  return found
}

describe(`${INJECTION_VECTORS.length} script injections`, () => {
  it('are at least 300', () => {
    expect(INJECTION_VECTORS.length).toBeGreaterThanOrEqual(300)
  })

  it('do not leave in a page, from whatever place of a story', () => {
    for (const vector of INJECTION_VECTORS) {
      expect([
        vector,
        findDanger(formatHtmlPage(anAttackedStory(vector), house, { ids: true }), STYLE),
      ]).toEqual([vector, []])
    }
  })

  it('do not leave in a page of a house that is one', () => {
    for (const vector of INJECTION_VECTORS) {
      const organisation = { ...house.organisation, short: vector, language: vector }
      const html = formatHtmlPage(aStory({ headline: '' }), { ...house, organisation })
      expect([vector, findDanger(html, STYLE)]).toEqual([vector, []])
    }
  })

  it('do not leave in Markdown', () => {
    for (const vector of INJECTION_VECTORS) {
      const story = anAttackedStory(vector)
      const blocks = story.blocks.filter((block) => ['paragraph', 'list'].includes(block.kind)).slice(1)
      expect([vector, findDangerInMarkdown(formatMarkdown({ ...story, blocks }, house))]).toEqual([
        vector,
        [],
      ])
    }
  })

  it('do not leave in a ninjs body', () => {
    for (const vector of INJECTION_VECTORS) {
      const story = { ...anAttackedStory(vector), event: null }
      const [marked] = formatNinjs(story, context).bodies
      expect([vector, findDanger(marked?.value ?? '<script>', STYLE)]).toEqual([vector, []])
    }
  })

  it('do not come in by HTML, and what comes in does not leave', () => {
    for (const vector of INJECTION_VECTORS) {
      for (const html of [vector, `<p>Isi ${vector} isi</p>`, `<h1>${vector}</h1><ul><li>${vector}</ul>`]) {
        const { story } = parseHtml(html, options())
        expect([vector, findDangerInStory(story)]).toEqual([vector, []])
        expect([vector, findDanger(formatHtmlPage(story, house), STYLE)]).toEqual([vector, []])
      }
    }
  })

  it('do not come in by a page of ours that was tampered with', () => {
    for (const vector of INJECTION_VECTORS) {
      const { story } = parseHtml(
        page.replace('Itu hak', vector).replace('content="Redaksi"', vector),
        options(),
      )
      expect([vector, findDangerInStory(story)]).toEqual([vector, []])
      expect([vector, findDanger(formatHtmlPage(story, house, { ids: true }), STYLE)]).toEqual([vector, []])
    }
  })

  it('do not come in by Markdown', () => {
    for (const vector of INJECTION_VECTORS) {
      for (const text of [
        vector,
        `Isi ${vector} isi`,
        `---\nslug: "${vector}"\nexcerpt: ${vector}\n---\n# ${vector}\n- ${vector}`,
      ]) {
        const { story } = parseMarkdown(text, options())
        expect([vector, findDangerInStory(story)]).toEqual([vector, []])
        expect([vector, findDanger(formatHtmlPage(story, house), STYLE)]).toEqual([vector, []])
      }
    }
  })

  it('do not come in by ninjs', () => {
    for (const vector of INJECTION_VECTORS) {
      for (const contentType of ['application/xhtml+xml', 'text/html', 'text/plain', vector]) {
        const article = {
          uri: vector,
          headlines: [{ value: vector }],
          bodies: [{ contentType, value: vector }],
          slugline: vector,
          contentCreated: vector,
          subjects: [{ name: vector }],
          descriptions: [{ value: vector }],
        }
        const { story } = parseNinjs(article, options())
        expect([vector, findDangerInStory(story)]).toEqual([vector, []])
        expect([vector, findDanger(formatHtmlPage(story, house), STYLE)]).toEqual([vector, []])
      }
    }
  })

  it('are kept as the text they are, where text is meant', () => {
    for (const vector of INJECTION_VECTORS.filter((each) => !/[\0\u0001]/.test(each))) {
      const story = aStory({ headline: vector, blocks: [vector], tags: [vector], excerpt: vector })
      expect(parseHtml(formatHtmlPage(story, house, { ids: true }), options()).story).toEqual(story)
      expect(parseNinjs(serializeNinjs(formatNinjs(story, context)), options()).story).toEqual(story)
      expect(formatText(story, house)).toContain(vector)
    }
  })
})

describe('the checks for danger', () => {
  it('see what a page without escaping lets out', () => {
    const seen = INJECTION_VECTORS.filter(
      (vector) => findDanger(page.replace('Itu hak', vector), STYLE).length > 0,
    )
    expect(seen.length).toBeGreaterThan(250)
    const handlers = INJECTION_VECTORS.filter((vector) => /^<[^!?/"]* on[a-z]+=/i.test(vector))
    expect(handlers.filter((vector) => !seen.includes(vector))).toEqual([])
  })

  it('see a link that was not cleaned', () => {
    const link = 'javascript:alert(1)'
    expect(findDanger(page.replace('Itu hak', `<a href="${link}">x</a>`), STYLE)).toEqual([`href ${link}`])
    const story = aStory({ blocks: [{ kind: 'paragraph', runs: [{ text: 'x', link }] }] })
    expect(findDangerInStory(story)).toEqual([link])
  })

  it('see markup that Markdown was not kept from', () => {
    const careless = INJECTION_VECTORS.filter((vector) => findDangerInMarkdown(vector).length > 0)
    expect(careless.length).toBeGreaterThan(200)
  })
})
