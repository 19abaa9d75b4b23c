import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { systemRandom } from '../../src/base/node/system.ts'
import {
  createEndpoint,
  openAttachmentShelf,
  openPhotoShelf,
  openSqliteStore,
} from '../../src/endpoint/index.ts'
import type { NinjsArticle } from '../../src/newsroom/formats/index.ts'
import { anArticle, aUuid } from '../endpoint/support/articles.ts'
import { VECTORS } from '../endpoint/support/vectors.ts'
import { runAxe } from './support/axe.ts'

/** The public news page in a real browser: readable, accessible, and deaf to whatever a story holds. */

const TOKEN = 'token-of-the-tests'
const HOUR = 3_600_000
const STORY =
  '<p><span class="dateline">Tirtasari, kota-tirtasari.kpu.go.id - </span>Komisi Pemilihan Umum (KPU) Kota Tirtasari mengundang dua belas penyandang disabilitas untuk mencoba alat bantu coblos di aula kantor, Kamis (13/11).</p><h2>Yang dicoba</h2><ul><li>templat braille</li><li>meja yang lebih rendah</li></ul><blockquote><p>Huruf timbulnya sudah jelas.</p></blockquote><p>Keterangan ada di <a href="https://kota-tirtasari.kpu.go.id/layanan">halaman layanan</a>, <em>setiap</em> <strong>hari kerja</strong>.</p><p class="credit">(nrl/ed. Foto: bgs/KPU Kota Tirtasari)</p>'

interface Site {
  readonly url: string
  put(article: NinjsArticle): Promise<string>
  withdraw(n: number, reason: string, etag: string): Promise<void>
  close(): Promise<void>
}

async function startSite(): Promise<Site> {
  const clock = { time: Date.parse('2025-11-13T09:00:00+07:00'), now: () => clock.time }
  const app = createEndpoint({
    store: openSqliteStore(':memory:'),
    photos: openPhotoShelf(join(tmpdir(), 'redaksi-no-photos')),
    attachments: openAttachmentShelf(join(tmpdir(), 'redaksi-no-attachments')),
    tokens: [TOKEN],
    clock,
    random: systemRandom,
  })
  // The planted hole: a page that hands on what it was given. The second wall must hold it.
  app.get<{ Querystring: { readonly v: string } }>('/lubang', async (request, reply) =>
    reply.type('text/html').send(`<!doctype html><title>lubang</title>${request.query.v}`),
  )
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  const send = async (method: string, path: string, body: unknown, headers: Record<string, string>) => {
    const answer = await fetch(`${url}/v1/articles/${path}`, {
      method,
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
    expect(answer.ok, await answer.text()).toBe(true)
    clock.time += 5 * HOUR
    return answer.headers.get('etag') ?? ''
  }
  return {
    url,
    put: (article) => send('PUT', article.uri.slice(9), article, { 'if-none-match': '*' }),
    withdraw: async (n, reason, etag) =>
      void (await send('POST', `${aUuid(n)}/withdrawal`, { reason }, { 'if-match': etag })),
    close: () => app.close(),
  }
}

/** A site with fifty stories, the newest of them long and corrected, and one withdrawn. */
async function startFullSite(): Promise<Site> {
  const site = await startSite()
  const etag = await site.put(anArticle(100, { slugline: 'ditarik' }))
  await site.withdraw(100, 'Daftar nama belum disahkan.', etag)
  for (let n = 1; n < 50; n += 1) await site.put(anArticle(n))
  await site.put(
    anArticle(50, {
      slugline: 'panjang',
      headlines: [{ value: 'KPU Kota Tirtasari Ajak Penyandang Disabilitas Uji Alat Bantu Coblos' }],
      bodies: [{ contentType: 'application/xhtml+xml', value: STORY }],
      descriptions: [
        { role: 'correction', value: 'Versi awal menyebut sepuluh peserta. Yang benar dua belas.' },
      ],
    }),
  )
  return site
}

let full: Site
let empty: Site

test.beforeAll(async () => {
  full = await startFullSite()
  empty = await startSite()
})
test.afterAll(async () => {
  await full.close()
  await empty.close()
})

const PAGES: readonly (readonly [string, () => string])[] = [
  ['the front page', () => `${full.url}/`],
  ['an older page', () => `${full.url}/?sebelum=9999999999999-1`],
  ['a story', () => `${full.url}/berita/panjang`],
  ['a withdrawn story', () => `${full.url}/berita/ditarik`],
  ['a page that is not there', () => `${full.url}/berita/entah`],
  ['the empty front page', () => `${empty.url}/`],
]

for (const [name, getUrl] of PAGES) {
  test(`${name} has nothing that axe finds, light on a phone and dark on an office screen`, async ({
    page,
  }) => {
    test.slow()
    await page.goto(getUrl())
    for (const [colorScheme, width] of [
      ['light', 360],
      ['dark', 1280],
    ] as const) {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height: 800 })
      const { violations, passes } = await runAxe(page)
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
      expect(passes.map(({ id }) => id)).toContain('color-contrast')
    }
  })

  test(`${name} fits a narrow phone, an office screen and paper, without a script`, async ({ page }) => {
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    await page.goto(getUrl())
    for (const width of [320, 360, 760, 1280, 1920]) {
      await page.setViewportSize({ width, height: 800 })
      expect(await measureOverflow(page)).toBe(0)
    }
    await page.emulateMedia({ media: 'print' })
    await page.setViewportSize({ width: 680, height: 900 })
    expect(await measureOverflow(page)).toBe(0)
    expect(await page.locator('footer').isVisible()).toBe(false)
    expect(await page.locator('script').count()).toBe(0)
    // A missing or withdrawn page is itself a failed request, and the browser says so.
    expect(complaints.filter((each) => !each.includes('status of 4'))).toEqual([])
  })
}

test('a reader comes from the front page to a story, to others, and back, by keyboard', async ({ page }) => {
  await page.goto(`${full.url}/`)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Langsung ke isi' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`${full.url}/berita/panjang`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'KPU Kota Tirtasari Ajak Penyandang Disabilitas Uji Alat Bantu Coblos',
  )
  await page.getByRole('region', { name: 'Berita lain' }).getByRole('link').first().click()
  await expect(page).toHaveURL(`${full.url}/berita/kelas-demokrasi-angkatan-49`)
  await page.getByRole('link', { name: 'Berita Terkini', exact: true }).click()
  await expect(page).toHaveURL(`${full.url}/`)
  await page.getByRole('link', { name: 'Berita sebelumnya' }).click()
  await expect(
    page.getByRole('link', { name: 'KPU Kota Tirtasari Buka Kelas Demokrasi Angkatan 1', exact: true }),
  ).toBeVisible()
})

test('the typeface comes from this site and from nowhere else', async ({ page }) => {
  const hosts = new Set<string>()
  page.on('request', (request) => hosts.add(new URL(request.url()).origin))
  await page.goto(`${full.url}/berita/panjang`)
  await page.reload()
  expect(await page.evaluate(`document.fonts.check('16px Berita')`)).toBe(true)
  expect([...hosts]).toEqual([full.url])
})

test('nothing that a story holds runs, and where a hole would let it pass the second wall holds it', async ({
  page,
}) => {
  test.slow()
  const ran: string[] = []
  page.on('dialog', async (dialog) => {
    ran.push(dialog.message())
    await dialog.dismiss()
  })
  const outside: string[] = []
  await page.route(
    ({ hostname }) => hostname.endsWith('evil.example'),
    (route) => {
      outside.push(route.request().url())
      return route.abort()
    },
  )
  await full.put(
    anArticle(200, { slugline: 'vektor', bodies: [{ contentType: 'text/html', value: VECTORS.join('\n') }] }),
  )
  await page.goto(`${full.url}/berita/vektor`)
  expect([ran, outside]).toEqual([[], []])
  for (const vector of VECTORS.filter((each) => !each.includes('http-equiv'))) {
    await page.goto(`${full.url}/lubang?v=${encodeURIComponent(vector)}`)
  }
  expect([ran, outside]).toEqual([[], []])
})

test('the check that nothing runs would see it if the wall were not there', async ({ browser }) => {
  const context = await browser.newContext({ bypassCSP: true })
  const page = await context.newPage()
  const ran: string[] = []
  page.on('dialog', async (dialog) => {
    ran.push(dialog.message())
    await dialog.dismiss()
  })
  await page.goto(`${full.url}/lubang?v=${encodeURIComponent('<img src=x onerror=alert(1)>')}`)
  await expect.poll(() => ran).toEqual(['1'])
  await context.close()
})

function measureOverflow(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
}
