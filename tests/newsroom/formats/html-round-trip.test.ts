import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatHtml, formatHtmlPage, parseHtml } from '../../../src/newsroom/formats/index.ts'
import type { Story } from '../../../src/newsroom/story/index.ts'
import { arbitraryStory, arbitraryText, arbitraryWildText } from '../../support/arbitraries.ts'
import { aCredit, aHouse, aLongStory, aStory, createTestRandom, withoutIds } from '../../support/builders.ts'
import { parseXml } from '../../support/xml.ts'

const house = aHouse()
const read = (html: string) => parseHtml(html, { house, random: createTestRandom() }).story
const stories = arbitraryStory({ text: arbitraryText() })

describe('a page of ours', () => {
  it('gives any story back, ids too when they are asked for', () => {
    fc.assert(
      fc.property(stories, (story) => {
        expect(read(formatHtmlPage(story, house, { ids: true }))).toEqual(story)
      }),
      { numRuns: 200 },
    )
  })

  it('gives any story back but for the ids when they are not', () => {
    fc.assert(
      fc.property(stories, (story) => {
        expect(withoutIds(read(formatHtmlPage(story, house)))).toEqual(withoutIds(story))
      }),
      { numRuns: 100 },
    )
  })

  it('is well-formed XML, whatever the story holds', () => {
    fc.assert(
      fc.property(arbitraryStory({ text: arbitraryWildText() }), (story) => {
        parseXml(formatHtmlPage(story, house, { ids: true }))
        parseXml(formatHtml(story, house))
      }),
      { numRuns: 200 },
    )
    expect(() => parseXml(formatHtmlPage(aStory(), house).replace('Itu hak', 'Itu & hak'))).toThrow()
    expect(() => parseXml(formatHtmlPage(aStory(), house).replace('Itu hak', 'Itu<br>hak'))).toThrow()
    expect(() => parseXml(formatHtmlPage(aStory(), house).replace('Itu hak', 'Itu\u000bhak'))).toThrow()
  })

  it('loses nothing but the characters that XML forbids, which become U+FFFD', () => {
    const wild = 'a\u000bb\0c\ud800d\ufffee'
    expect(read(formatHtmlPage(aStory({ headline: wild, blocks: [wild] }), house, { ids: true }))).toEqual(
      aStory({ headline: 'a\ufffdb\ufffdc\ufffdd\ufffde', blocks: ['a\ufffdb\ufffdc\ufffdd\ufffde'] }),
    )
  })

  it('keeps blanks of every kind, and blocks without text', () => {
    const story = aStory({
      headline: '  Dua  blanko\u00a0',
      blocks: ['', ' ', '\n', 'a\n\nb\r\n\tc  ', { kind: 'list', ordered: true, runs: [] }, '\u00a0'],
      excerpt: '\tringkas\n',
    })
    expect(read(formatHtmlPage(story, house, { ids: true }))).toEqual(story)
    const foreign = formatHtmlPage(story, house, { ids: true }).replaceAll('redaksi-story', 'x')
    expect(read(foreign)).not.toEqual(story)
  })

  it('keeps text that looks like a house form apart from one', () => {
    const story = aStory({ dateline: null, credit: null, blocks: ['Tirtasari, kpu.go.id - Isi. (nrl/ed)'] })
    expect(read(formatHtmlPage(story, house, { ids: true }))).toEqual(story)
    const foreign = read(formatHtmlPage(story, house).replaceAll('redaksi-story', 'x'))
    expect([foreign.dateline?.place, foreign.credit?.editors]).toEqual(['Tirtasari', ['ed']])
  })

  it.each(['none', 'space', 'line', 'block'] as const)('keeps how the credit line was joined: %s', (join) => {
    const photo = { kind: 'photo' as const, photo: 'a'.repeat(64), alt: '', runs: [] }
    for (const blocks of [['Isi.'], [''], [], [photo], ['Isi.', photo]]) {
      const story = aStory({ blocks, credit: aCredit({ join }) })
      expect(read(formatHtmlPage(story, house, { ids: true }))).toEqual(story)
    }
  })

  it('holds 20,000 words', () => {
    const story = aLongStory(20_000)
    expect(read(formatHtmlPage(story, house, { ids: true }))).toEqual(story)
  })

  it('gives new ids for those that are malformed or stand twice', () => {
    const html = formatHtmlPage(aStory({ blocks: ['a', 'b', 'c'] }), house, { ids: true })
      .replace('b000000000002', 'b000000000001')
      .replace('b000000000003', '../../x')
    const ids = read(html).blocks.map((block) => block.id)
    expect(ids[0]).toBe('b000000000001')
    expect(new Set(ids).size).toBe(3)
    expect(ids.join(' ')).toMatch(/^(b[0-9a-z]{12} ?){3}$/)
  })

  it('is the same bytes for the same story', () => {
    const story: Story = structuredClone(aStory())
    expect(formatHtmlPage(story, house)).toBe(formatHtmlPage(aStory(), house))
  })

  it('reads as plain HTML', () => {
    const story = aStory({
      headline: 'Uji <Alat>',
      blocks: [
        {
          kind: 'paragraph',
          runs: [{ text: 'a' }, { text: 'b', bold: true }, { text: 'c', bold: true, italic: true }],
        },
        { kind: 'list', ordered: false, runs: [{ text: 'satu', link: 'https://kpu.go.id' }] },
        { kind: 'list', ordered: false, runs: [{ text: 'dua' }] },
        { kind: 'list', ordered: true, runs: [{ text: 'tiga' }] },
        { kind: 'photo', photo: 'a'.repeat(64), alt: '"alt"', runs: [{ text: 'Keterangan' }] },
      ],
    })
    const options = { photoAddress: (photo: string) => `/photos/${photo.slice(0, 4)}/960.jpg` }
    expect(formatHtml(story, house, options).split('\n')).toEqual([
      '<div xmlns="http://www.w3.org/1999/xhtml" class="redaksi-story">',
      '<p><span class="dateline">Tirtasari, kota-tirtasari.kpu.go.id - </span>a<strong>b<em>c</em></strong></p>',
      '<ul>',
      '<li><a href="https://kpu.go.id">satu</a></li>',
      '<li>dua</li>',
      '</ul>',
      '<ol>',
      '<li>tiga<span class="credit"> (nrl/ed. Foto: bgs/KPU Kota Tirtasari)</span></li>',
      '</ol>',
      `<figure data-photo="${'a'.repeat(64)}"><img src="/photos/aaaa/960.jpg" alt="&quot;alt&quot;"/><figcaption>Keterangan</figcaption></figure>`,
      '</div>',
    ])
    expect(formatHtmlPage(story, house)).toContain('<title>Uji &lt;Alat&gt;</title>')
  })

  it('has a title though the story has no headline', () => {
    expect(formatHtmlPage(aStory({ headline: ' \n' }), house)).toContain('<title>KPU Kota Tirtasari</title>')
  })
})
