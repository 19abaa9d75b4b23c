import { parse } from 'parse5'
import { describe, expect, it } from 'vitest'
import { aBody, anArticle, aUuid } from './support/articles.ts'
import { findForeign } from './support/allow-list.ts'
import { createHarness, NOW, readText } from './support/harness.ts'
import { VECTORS } from './support/vectors.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** The slugs a page leads to, in order. */
function listSlugs(page: string): readonly string[] {
  const found = [...page.matchAll(/<h[23] class="h"><a href="\/berita\/([0-9a-z-]+)">/g)]
  return found.map(([, slug = '']) => slug)
}

describe('the front page', () => {
  it('teaches whoever finds it empty', async () => {
    const page = await createHarness().get('/')
    expect(page.status).toBe(200)
    expect(readText(page.body)).toContain('setujui sebuah artikel, lalu pilih Terbitkan')
  })

  it('shows the newest story first, five beside it, and the rest by day', async () => {
    const { put, get, clock } = createHarness()
    for (let n = 1; n <= 10; n += 1) {
      clock.time = NOW + n * 11 * HOUR
      await put(anArticle(n, { slugline: `s-${n}` }))
    }
    const { body } = await get('/')
    expect(listSlugs(body)).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1].map((n) => `s-${n}`))
    expect([...body.matchAll(/<section>\n<h2>(.*)<\/h2>/g)].map(([, day]) => day)).toEqual([
      'Sabtu, 15 November',
      'Jumat, 14 November',
    ])
  })

  it('names the year of a day where it is not this one', async () => {
    const { put, get, clock } = createHarness()
    for (let n = 1; n <= 7; n += 1) await put(anArticle(n))
    clock.time = NOW + 60 * DAY
    expect((await get('/')).body).toContain('<h2>Kamis, 13 November 2025</h2>')
  })

  it('pages back through many stories of one day, each once', async () => {
    const { put, get } = createHarness()
    for (let n = 1; n <= 90; n += 1) await put(anArticle(n, { slugline: `s-${n}` }))
    const seen: string[] = []
    let url: string | undefined = '/'
    while (url !== undefined) {
      const { body } = await get(url)
      seen.push(...listSlugs(body))
      url = /href="(\/\?sebelum=[\d-]+)"/.exec(body)?.[1]
    }
    expect(seen).toEqual(Array.from({ length: 90 }, (_, i) => `s-${90 - i}`))
  })

  it('keeps a reader’s place while new stories come in', async () => {
    const { put, get } = createHarness()
    for (let n = 1; n <= 40; n += 1) await put(anArticle(n, { slugline: `s-${n}` }))
    const older = /href="(\/\?sebelum=[\d-]+)"/.exec((await get('/')).body)?.[1] ?? ''
    const before = listSlugs((await get(older)).body)
    for (let n = 41; n <= 50; n += 1) await put(anArticle(n, { slugline: `s-${n}` }))
    expect(listSlugs((await get(older)).body)).toEqual(before)
  })

  it('says that there is nothing older', async () => {
    const page = await createHarness().get('/?sebelum=1-1')
    expect([page.status, readText(page.body)]).toEqual([
      200,
      expect.stringContaining('Tidak ada berita sebelum ini'),
    ])
  })

  it('begins the newest story where its excerpt leaves off, as far as the column beside it reaches', async () => {
    const first = 'Warga Dr. H. Nur datang ke aula, Kamis (13/11).'
    const more =
      'Mereka belajar memilih dan bertanya kepada petugas tentang surat suara yang besar itu. '.repeat(40)
    const lead = aBody(
      `<p><span class="dateline">A, b - </span>${first} ${more}</p><p class="credit">(a/b)</p>`,
      9,
    )
    const { put, get } = createHarness()
    for (let n = 1; n <= 3; n += 1) await put(anArticle(n))
    await put(lead)
    const { body } = await get('/')
    const dek = readText(/<p class="dek">(.*)<\/p>/.exec(body)?.[1] ?? '')
    const opening = readText(/<div class="opening">\n<p>(.*)<\/p>\n<p>/.exec(body)?.[1] ?? '')
    expect(dek).toMatch(/^Warga Dr\. H\. Nur datang.* itu\.$/)
    expect(dek.length).toBeLessThanOrEqual(260)
    expect(`${first} ${more}`.startsWith(`${dek} ${opening.replace(/ …$/, '')}`)).toBe(true)
    expect(opening.length).toBeGreaterThan(300)
    expect(opening.length).toBeLessThan(3 * 140 + 3)
  })

  it('gives the excerpt as it was written, and the story from its beginning', async () => {
    const { put, get } = createHarness()
    await put(anArticle(1, { descriptions: [{ role: 'summary', value: 'Kelas dibuka untuk warga.' }] }))
    const { body } = await get('/')
    expect(body).toContain('<p class="dek">Kelas dibuka untuk warga.</p>')
    expect(body).toContain('<div class="opening">\n<p>Komisi Pemilihan Umum (KPU) Kota Tirtasari membuka')
  })

  it('marks what was corrected', async () => {
    const { put, get } = createHarness()
    await put(anArticle(1, { descriptions: [{ role: 'correction', value: 'Yang benar dua belas.' }] }))
    expect((await get('/')).body).toContain('<span class="note">Dikoreksi</span>')
  })

  it('is kept by a reader until it changes', async () => {
    const { put, get } = createHarness()
    await put(anArticle(1))
    const { etag = '' } = (await get('/')).headers
    expect((await get('/', { 'if-none-match': `"x", W/${etag}` })).status).toBe(304)
    await put(anArticle(2))
    expect((await get('/', { 'if-none-match': etag })).status).toBe(200)
  })
})

describe('who publishes', () => {
  it('is what the newest story says', async () => {
    const { put, get } = createHarness()
    await put(anArticle(1))
    const text = readText((await get('/')).body)
    expect(text).toContain('Komisi Pemilihan Umum Kota Tirtasari')
    expect(text).toContain('Tirtasari, Kamis, 13 November 2025')
    expect(text).toContain('kota-tirtasari.kpu.go.id')
  })

  it('is what the options say, where they say it', async () => {
    const { put, get } = createHarness({ office: { name: 'Dinas Arsip Tirtasari' } })
    await put(anArticle(1))
    const text = readText((await get('/')).body)
    expect(text).toContain('Dinas Arsip Tirtasari')
    expect(text).not.toContain('Komisi Pemilihan Umum Kota Tirtasari\n')
    expect(text).toContain('kota-tirtasari.kpu.go.id')
  })

  it.each([
    ['+07:00', 'pukul 17.10 WIB'],
    ['+08:00', 'pukul 18.10 WITA'],
    ['+09:00', 'pukul 19.10 WIT'],
    ['Z', 'pukul 17.10 WIB'],
  ])('tells the hour of its own zone, by the offset %s', async (offset, hour) => {
    const { put, get } = createHarness()
    await put(anArticle(1, { contentCreated: `2025-11-13T00:00:00${offset}` }))
    expect((await get('/berita/kelas-demokrasi-angkatan-1')).body).toContain(
      `Kamis, 13 November 2025, ${hour}`,
    )
  })

  it('may be read behind another address', async () => {
    const { put, get } = createHarness({ publicUrl: 'https://kota-tirtasari.kpu.go.id/' })
    const answer = await put(anArticle(1))
    const address = 'https://kota-tirtasari.kpu.go.id/berita/kelas-demokrasi-angkatan-1'
    expect(JSON.parse(answer.body).address).toBe(address)
    expect((await get('/berita/kelas-demokrasi-angkatan-1')).body).toContain(
      `<link rel="canonical" href="${address}">`,
    )
    expect((await get('/feed.xml')).body).toContain(`<link>${address}</link>`)
  })
})

describe('a story’s page', () => {
  it('shows the whole text with dateline and credit line as printed', async () => {
    const { put, get } = createHarness()
    await put(anArticle(1))
    const page = await get('/berita/kelas-demokrasi-angkatan-1')
    const text = /<div class="text">\n(.*)\n<\/div>/.exec(page.body)?.[1] ?? ''
    expect(text.split('</p>').map(readText)).toEqual([
      'Tirtasari, kota-tirtasari.kpu.go.id - Komisi Pemilihan Umum (KPU) Kota Tirtasari membuka kelas demokrasi angkatan 1, Kamis (13/11).',
      'Kelas berlangsung di aula kantor dan diikuti warga dari dua belas kelurahan.',
      '(nrl/ed. Foto: bgs/KPU Kota Tirtasari)',
      '',
    ])
  })

  it('shows the plain text where there is no other', async () => {
    const { put, get } = createHarness()
    await put(anArticle(1, { bodies: [{ value: 'satu\nbaris <b>\n\n \ndua' }] }))
    const page = await get('/berita/kelas-demokrasi-angkatan-1')
    expect(page.body).toContain('<p>satu<br />baris &lt;b&gt;</p><p>dua</p>')
  })

  it('shows each correction and when it was made', async () => {
    const { put, get, clock } = createHarness()
    const first = await put(anArticle(1))
    clock.time = NOW + 15 * HOUR
    const descriptions = ['Yang benar dua belas.', 'Namanya Ratna Widuri.'].map((value) => ({
      role: 'correction',
      value,
    }))
    await put(anArticle(1, { descriptions, version: '4' }), first.headers['etag'])
    const text = readText((await get('/berita/kelas-demokrasi-angkatan-1')).body)
    expect(text).toContain(
      'Yang benar dua belas.\nNamanya Ratna Widuri.\nDiperbaiki Jumat, 14 November 2025, pukul 08.10 WIB',
    )
    expect(text).toContain('Kamis, 13 November 2025, pukul 17.10 WIB')
  })

  it('names other stories but not itself', async () => {
    const { put, get } = createHarness()
    for (let n = 1; n <= 6; n += 1) await put(anArticle(n, { slugline: `s-${n}` }))
    expect(listSlugs((await get('/berita/s-5')).body)).toEqual(['s-6', 's-4', 's-3', 's-2'])
  })

  it('leads from a former address to the present one', async () => {
    const { put, get } = createHarness()
    const first = await put(anArticle(1, { slugline: 'lama' }))
    await put(anArticle(1, { slugline: 'baru' }), first.headers['etag'])
    const answer = await get('/berita/lama')
    expect([answer.status, answer.headers['location']]).toEqual([301, '/berita/baru'])
  })

  it('shows no reader what is for the desk', async () => {
    const { put, get } = createHarness()
    await put(anArticle(1, { edNote: 'RAHASIA', altIds: [{ value: 'RAHASIA' }] }))
    for (const url of ['/', '/berita/kelas-demokrasi-angkatan-1', '/feed.xml', '/feed.json'])
      expect((await get(url)).body).not.toContain('RAHASIA')
  })

  it('is not there before its embargo ends', async () => {
    const { put, get, clock } = createHarness()
    await put(anArticle(1, { embargoedUntil: '2025-11-13T20:00:00+07:00' }))
    const url = '/berita/kelas-demokrasi-angkatan-1'
    expect((await get(url)).status).toBe(404)
    for (const page of ['/', '/feed.xml', '/feed.json'])
      expect((await get(page)).body).not.toContain('Kelas Demokrasi')
    clock.time = Date.parse('2025-11-13T20:00:00+07:00')
    expect((await get(url)).body).toContain('Kamis, 13 November 2025, pukul 20.00 WIB')
    expect((await get('/')).body).toContain('Kelas Demokrasi')
  })
})

describe('a withdrawn story', () => {
  it('leaves a notice with its reason and time, and is gone from front page and feeds', async () => {
    const { put, withdraw, get, clock } = createHarness()
    const made = await put(anArticle(1))
    clock.time = NOW + HOUR
    await withdraw(aUuid(1), 'Daftar nama belum <disahkan>.', made.headers['etag'] ?? '')
    const page = await get('/berita/kelas-demokrasi-angkatan-1')
    expect(page.status).toBe(410)
    expect(readText(page.body)).toContain(
      'ditarik pada Kamis, 13 November 2025, pukul 18.10 WIB.\nAlasan: Daftar nama belum <disahkan>.',
    )
    expect(page.body).not.toContain('Kelas berlangsung')
    for (const url of ['/', '/feed.xml', '/feed.json'])
      expect((await get(url)).body).not.toContain('Kelas Demokrasi')
  })

  it('is told of at its former address too', async () => {
    const { put, withdraw, get } = createHarness()
    const first = await put(anArticle(1, { slugline: 'lama' }))
    const second = await put(anArticle(1, { slugline: 'baru' }), first.headers['etag'])
    await withdraw(aUuid(1), 'x', second.headers['etag'] ?? '')
    expect((await get('/berita/lama')).headers['location']).toBe('/berita/baru')
    expect((await get('/berita/baru')).status).toBe(410)
  })
})

describe('what was sent', () => {
  it('never becomes markup of ours, whatever field it is in', async () => {
    const { put, withdraw, get } = createHarness()
    const plain = await shapeOf('teks')
    for (const vector of VECTORS) expect(await shapeOf(vector)).toEqual(plain)

    async function shapeOf(value: string): Promise<readonly string[]> {
      const base = (await get(`/v1/articles/${aUuid(1)}`)).headers['etag']
      const made = await put(
        anArticle(1, {
          headlines: [{ value: `H ${value}` }],
          descriptions: [
            { role: 'summary', value: `S ${value}` },
            { role: 'correction', value: `C ${value}` },
          ],
          copyrightHolder: `K ${value}`,
          located: `L ${value}`,
          infoSources: [{ name: `N ${value}`, literal: `I ${value}` }],
          by: `B ${value}`,
          subjects: [{ name: `T ${value}` }],
          slugline: 'tetap',
        }),
        base,
      )
      const pages = [await get('/'), await get('/berita/tetap')]
      await withdraw(aUuid(1), `R ${value}`, made.headers['etag'] ?? '')
      pages.push(await get('/berita/tetap'))
      return pages.map(({ body }) => describeTree(body))
    }
  })

  it('reaches readers in a story’s text only through the allow-list', async () => {
    const { put, get } = createHarness()
    let base: string | undefined
    for (const [i, vector] of VECTORS.entries()) {
      const made = await put(aBody(`<p>awal ${vector} akhir ${i}</p>`), base)
      base = made.headers['etag']
      const { body } = await get('/berita/kelas-demokrasi-angkatan-1')
      expect(findForeign(/<div class="text">\n([^]*?)\n<\/div>/.exec(body)?.[1] ?? '<missing>')).toEqual([])
      const feed = JSON.parse((await get('/feed.json')).body)
      expect(findForeign(feed.items[0].content_html)).toEqual([])
    }
  })
})

/** A page's elements and attribute names, without any text: two pages of one layout have the same. */
function describeTree(page: string): string {
  interface Tree {
    readonly nodeName: string
    readonly attrs?: readonly { readonly name: string }[]
    readonly childNodes?: readonly Tree[]
  }
  const describeNode = ({ nodeName, attrs = [], childNodes = [] }: Tree): string =>
    nodeName === '#text'
      ? ''
      : `<${[nodeName, ...attrs.map(({ name }) => name)].join(' ')}>${childNodes.map(describeNode).join('')}`
  return describeNode(parse(page) as Tree)
}
