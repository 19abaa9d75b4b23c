import { describe, expect, it } from 'vitest'
import { formatNinjs, formatNinjs2, formatRss } from '../../../src/newsroom/formats/index.ts'
import { aHouse, aStory, DRAFT_CONTEXT } from '../../support/builders.ts'
import { parseXml } from '../../support/xml.ts'

const photo = { kind: 'photo' as const, photo: 'a'.repeat(64), alt: 'alt', runs: [{ text: 'Keterangan' }] }
const story = aStory({
  headline: 'Uji & <coba>',
  excerpt: 'Ringkas',
  tags: ['pemilu'],
  categories: ['Berita Utama'],
  attachments: [{ file: 'b'.repeat(64), label: 'Pengumuman' }],
  blocks: ['Isi.', photo],
})
const context = { ...DRAFT_CONTEXT, house: aHouse({ categories: ['Berita Utama'] }) }

describe('formatNinjs2', () => {
  const article: Record<string, unknown> = JSON.parse(formatNinjs2(story, context))

  it('has the names of 2.x, all in lower case', () => {
    const names: string[] = []
    JSON.stringify(article, (name, value: unknown) => {
      if (!/^\d*$/.test(name)) names.push(name)
      return value
    })
    expect(names.filter((name) => name !== name.toLowerCase())).toEqual([])
    expect(article).toMatchObject({
      standard: { name: 'ninjs', version: '2.2' },
      pubstatus: 'usable',
      versioncreated: '2025-11-13T17:10:00.250+07:00',
      bodies: [{ contenttype: 'application/xhtml+xml', wordcount: 8 }, { contenttype: 'text/plain' }],
    })
  })

  it('says what the 3.1 article says, but how associations are related', () => {
    expect(article['associations']).toMatchObject([{ type: 'picture' }, { type: 'text' }])
    expect(JSON.stringify(article['associations'])).not.toContain('"rel"')
    expect(article['headlines']).toEqual([
      { contenttype: 'text/plain', role: 'main', value: formatNinjs(story, context).headlines[0]?.value },
    ])
  })
})

describe('formatRss', () => {
  const rss = formatRss(story, context)

  it('is well-formed XML', () => {
    expect(() => parseXml(rss)).not.toThrow()
  })

  it('has one item with the name that never changes, its time, writer, categories and whole text', () => {
    expect(rss.split('<item>')).toHaveLength(2)
    for (const part of [
      '<title>Uji &amp; &lt;coba&gt;</title>',
      '<guid isPermaLink="false">urn:uuid:0f9d3c1e-6a52-4b53-9a4e-3f0e1c2d3b4a</guid>',
      '<pubDate>Thu, 13 Nov 2025 02:00:00 GMT</pubDate>',
      '<dc:creator>Nurlaila Hapsari</dc:creator>',
      '<category domain="https://kota-tirtasari.kpu.go.id/kategori/">Berita Utama</category>',
      '<category>pemilu</category>',
      '<description>Ringkas</description>',
    ])
      expect(rss).toContain(part)
    expect(/<content:encoded>([^<]*)</.exec(rss)?.[1]).toContain('Isi.')
  })
})
