import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { anArticle, aUuid } from './support/articles.ts'
import { createHarness, NOW, type Harness } from './support/harness.ts'

interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
  text: string
}

/** Parses XML strictly, names spaces and all; what is not well-formed throws. */
function parseXml(xml: string): Element {
  const parser = new SaxesParser({ xmlns: true })
  const root: Element = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', (tag) => {
    const attributes = Object.fromEntries(
      Object.values(tag.attributes).map(({ name, value }) => [name, value]),
    )
    const element: Element = { name: tag.name, attributes, children: [], text: '' }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('text', (text) => {
    const top = open.at(-1)
    if (top !== undefined) top.text += text
  })
  parser.on('closetag', () => void open.pop())
  parser.write(xml).close()
  const [only] = root.children
  if (only === undefined) throw new Error('no element')
  return only
}

function find(element: Element, name: string): readonly Element[] {
  return element.children.filter((each) => each.name === name)
}

async function aFeed(harness: Harness): Promise<Element> {
  const { put, clock } = harness
  await put(anArticle(1, { by: 'Ratna Widuri', subjects: [{ name: 'pemilu' }, { name: 'kelas & warga' }] }))
  clock.time = NOW + 60_000
  await put(anArticle(2, { headlines: [{ value: 'Tanya & Jawab <Pemilu> “2025” \u0007]]>' }] }))
  return parseXml((await harness.get('/feed.xml')).body)
}

describe('the RSS feed', () => {
  it('is RSS 2.0 with what its specification asks for', async () => {
    const rss = await aFeed(createHarness())
    const channel = rss.children[0]
    if (channel === undefined) throw new Error('no channel')
    expect([rss.name, rss.attributes['version'], rss.children.length]).toEqual(['rss', '2.0', 1])
    for (const name of ['title', 'link', 'description', 'language', 'lastBuildDate']) {
      expect(find(channel, name)).toHaveLength(1)
    }
    expect(find(channel, 'atom:link')[0]?.attributes).toMatchObject({
      href: 'http://127.0.0.1/feed.xml',
      rel: 'self',
      type: 'application/rss+xml',
    })
    for (const item of find(channel, 'item')) {
      for (const name of ['title', 'link', 'guid', 'pubDate', 'description', 'content:encoded'])
        expect(find(item, name)).toHaveLength(1)
      expect(find(item, 'pubDate')[0]?.text).toMatch(
        /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/,
      )
    }
  })

  it('holds the newest story first, whole', async () => {
    const channel = (await aFeed(createHarness())).children[0]
    const items = channel === undefined ? [] : find(channel, 'item')
    const read = (name: string) => items.map((item) => find(item, name)[0]?.text)
    expect(read('title')).toEqual([
      'Tanya & Jawab <Pemilu> “2025” \ufffd]]>',
      'KPU Kota Tirtasari Buka Kelas Demokrasi Angkatan 1',
    ])
    expect(read('guid')).toEqual([`urn:uuid:${aUuid(2)}`, `urn:uuid:${aUuid(1)}`])
    expect(read('pubDate')).toEqual(['Thu, 13 Nov 2025 10:11:00 GMT', 'Thu, 13 Nov 2025 10:10:00 GMT'])
    expect(read('dc:creator')).toEqual([undefined, 'Ratna Widuri'])
    expect(read('content:encoded')[1]).toContain(
      '<p class="credit">(nrl/ed. Foto: bgs/KPU Kota Tirtasari)</p>',
    )
    expect(find(items[1] ?? channel!, 'category').map(({ text }) => text)).toEqual([
      'pemilu',
      'kelas & warga',
    ])
  })

  it('is well-formed when it is empty', async () => {
    const { get } = createHarness()
    expect(parseXml((await get('/feed.xml')).body).name).toBe('rss')
  })
})

describe('the JSON feed', () => {
  it('is JSON Feed 1.1 with the newest story first, whole', async () => {
    const harness = createHarness()
    await aFeed(harness)
    const { headers, body } = await harness.get('/feed.json')
    expect(headers['content-type']).toBe('application/feed+json; charset=utf-8')
    const feed = JSON.parse(body)
    expect(feed).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      feed_url: 'http://127.0.0.1/feed.json',
    })
    expect(feed.items[1]).toEqual({
      id: `urn:uuid:${aUuid(1)}`,
      url: 'http://127.0.0.1/berita/kelas-demokrasi-angkatan-1',
      title: 'KPU Kota Tirtasari Buka Kelas Demokrasi Angkatan 1',
      content_html: expect.stringContaining('kelas demokrasi angkatan 1'),
      summary:
        'Komisi Pemilihan Umum (KPU) Kota Tirtasari membuka kelas demokrasi angkatan 1, Kamis (13/11).',
      date_published: '2025-11-13T17:10:00+07:00',
      date_modified: '2025-11-13T17:10:00+07:00',
      authors: [{ name: 'Ratna Widuri' }],
      tags: ['pemilu', 'kelas & warga'],
    })
  })
})

describe('both feeds', () => {
  it('hold the thirty newest', async () => {
    const { put, get } = createHarness()
    for (let n = 1; n <= 35; n += 1) await put(anArticle(n))
    expect(JSON.parse((await get('/feed.json')).body).items).toHaveLength(30)
    expect((await get('/feed.xml')).body.match(/<item>/g)).toHaveLength(30)
  })

  it('are kept by a reader until they change', async () => {
    const { put, get } = createHarness()
    await put(anArticle(1))
    for (const url of ['/feed.xml', '/feed.json']) {
      const { etag = '' } = (await get(url)).headers
      expect((await get(url, { 'if-none-match': etag })).status).toBe(304)
      await put(anArticle(url.length))
      expect((await get(url, { 'if-none-match': etag })).status).toBe(200)
    }
  })
})
