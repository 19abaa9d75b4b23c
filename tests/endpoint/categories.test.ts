import { describe, expect, it } from 'vitest'
import { anArticle, aUuid } from './support/articles.ts'
import { createHarness, read, readText } from './support/harness.ts'

const inCategories = (...names: readonly string[]) => ({
  subjects: [...names.map((name) => ({ name, rel: 'category' })), { name: 'rapat' }],
})

function listSlugs(page: string): readonly string[] {
  return [...page.matchAll(/class="h"><a href="\/berita\/([0-9a-z-]+)">/g)].map(([, slug = '']) => slug)
}

describe('categories', () => {
  it('have a page each, of the stories in them, newest first', async () => {
    const { put, get } = createHarness()
    await put(anArticle(1, { slugline: 's-1', ...inCategories('Tahapan Pemilu') }))
    await put(anArticle(2, { slugline: 's-2', ...inCategories('Kegiatan', 'Tahapan Pemilu') }))
    await put(anArticle(3, { slugline: 's-3' }))
    const page = await get('/kategori/tahapan-pemilu')
    expect([page.status, listSlugs(page.body)]).toEqual([200, ['s-2', 's-1']])
    expect(page.body).toContain('<a href="/kategori/tahapan-pemilu" aria-current="page">Tahapan Pemilu</a>')
    expect(page.body).toContain('<a href="/kategori/kegiatan">Kegiatan</a>')
    expect((await get('/')).body).toContain('<a href="/kategori/kegiatan">Kegiatan</a>')
    expect((await get('/berita/s-2')).body).toContain('<a href="/kategori/kegiatan">Kegiatan</a>')
  })

  it('page back as the front page does', async () => {
    const { put, get } = createHarness()
    for (let n = 1; n <= 40; n += 1)
      await put(anArticle(n, { slugline: `s-${n}`, ...inCategories(n % 40 === 0 ? 'Lain' : 'Kegiatan') }))
    const first = await get('/kategori/kegiatan')
    const [, next = ''] = /href="(\/kategori\/kegiatan\?sebelum=[\d-]+)"/.exec(first.body) ?? []
    expect([...listSlugs(first.body), ...listSlugs((await get(next)).body)]).toEqual(
      Array.from({ length: 39 }, (_, i) => `s-${39 - i}`),
    )
  })

  it('go with the last story that readers may see in them', async () => {
    const { put, get, withdraw, clock } = createHarness()
    const embargoedUntil = new Date(clock.time + 60_000).toISOString()
    const held = await put(anArticle(1, inCategories('Kegiatan')))
    await put(anArticle(2, { ...inCategories('Lain'), embargoedUntil }))
    expect((await get('/kategori/lain')).status).toBe(404)
    await withdraw(aUuid(1), 'Keliru', read(held, 'version'))
    expect((await get('/kategori/kegiatan')).status).toBe(404)
    clock.time += 60_001
    expect((await get('/kategori/lain')).status).toBe(200)
  })

  it('change with a correction, and their names are text', async () => {
    const { put, get } = createHarness()
    const held = await put(anArticle(1, inCategories('<b>Kajian</b> & "rutin"')))
    const page = await get('/kategori/b-kajian-b-rutin')
    expect(readText(page.body)).toContain('<b>Kajian</b> & "rutin"')
    await put(anArticle(1, { version: '4', ...inCategories('Kegiatan') }), read(held, 'version'))
    expect((await get('/kategori/b-kajian-b-rutin')).status).toBe(404)
    expect((await get('/kategori/kegiatan')).status).toBe(200)
  })

  it('stand in the feeds beside the tags', async () => {
    const { put, get } = createHarness()
    await put(anArticle(1, inCategories('Kegiatan')))
    const rss = (await get('/feed.xml')).body
    expect(rss).toContain('<category domain="http://127.0.0.1/kategori/">Kegiatan</category>')
    expect(rss).toContain('<category>rapat</category>')
    expect(JSON.parse((await get('/feed.json')).body).items[0].tags).toEqual(['Kegiatan', 'rapat'])
  })
})
