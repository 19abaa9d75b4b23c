import type { Page } from '@playwright/test'
import { expect, onlyInWeb, openDesk, test } from './support/host.ts'
import { readSpares } from './support/spares.ts'

const SAMPLE = 'Arsip Pemilu Ditata Ulang'

test('what is typed is saved, and is there after the host was killed and started again', async ({
  host,
  desk,
}) => {
  await desk.startDraft('Rapat Persiapan Tahapan')
  await desk.write('KPU Kota Tirtasari menggelar rapat persiapan, Kamis (13/11).')
  await desk.waitUntilSaved()
  await host.kill()
  await host.start()
  const again = await openDesk(desk.page, host)
  await again.open('Rapat Persiapan Tahapan')
  await expect(again.body).toContainText('menggelar rapat persiapan, Kamis (13/11).')
})

test('a page that lost its host says so, keeps the text, and gives it back to the host that is started again', async ({
  host,
  desk,
}) => {
  onlyInWeb(host)
  await desk.open(SAMPLE)
  await desk.waitUntilSaved()
  await host.kill()
  await desk.write(' Kalimat yang ditulis saat Redaksi mati.')
  await expect(desk.status.getByText(/^Gagal menyimpan:/)).toBeVisible()
  await expect(desk.body).toContainText('Kalimat yang ditulis saat Redaksi mati.')
  await expect
    .poll(() => readSpares(desk.page), { timeout: 30_000 })
    .toContain('Kalimat yang ditulis saat Redaksi mati.')
  await host.start()
  const again = await openDesk(desk.page, host)
  await again.open(SAMPLE)
  await expect(again.body).toContainText('Kalimat yang ditulis saat Redaksi mati.')
  await again.waitUntilSaved()
  const { drafts } = await host.ask<{ drafts: { id: string }[] }>('list', '--query', '"Redaksi mati"')
  expect(drafts).toHaveLength(1)
})

test('a page whose further parts cannot be fetched is written in and saved all the same, and says what is missing', async ({
  host,
  desk,
}) => {
  onlyInWeb(host)
  const { page } = desk
  await desk.open(SAMPLE)
  await desk.waitUntilSaved()
  await page.route(/assets\/(library-contents|inspector-tabs)-/, (route) => route.abort())
  await page.reload()
  await expect(page.getByRole('alert').filter({ hasText: 'Bagian ini belum dapat dimuat' })).toHaveCount(2)
  await desk.write(' Tetap ditulis.')
  await desk.waitUntilSaved()
  await page.unrouteAll({ behavior: 'wait' })
  await page.getByRole('button', { name: 'Muat ulang' }).first().click()
  await desk.list.waitFor()
  await expect(desk.body).toContainText('Tetap ditulis.')
})

test('a save that was carried out and not answered for is known for this page’s own, in it and once it is opened anew', async ({
  host,
  desk,
}) => {
  onlyInWeb(host)
  await desk.open(SAMPLE)
  for (const isLeft of [false, true]) {
    await desk.waitUntilSaved()
    await cutOffSaves(desk.page)
    await desk.write(' Terkirim.')
    await expect(desk.status.getByText(/^Gagal menyimpan:/)).toBeVisible()
    await desk.write(' Menyusul.')
    if (isLeft) {
      await expect
        .poll(() => readSpares(desk.page), { timeout: 30_000 })
        .toContain('Menyusul. Terkirim. Menyusul."')
      await desk.page.goto('about:blank')
    }
    await desk.page.unrouteAll({ behavior: 'wait' })
    if (isLeft) await (await openDesk(desk.page, host)).open(SAMPLE)
  }
  await expect(desk.body).toContainText('Terkirim. Menyusul. Terkirim. Menyusul.')
  await desk.waitUntilSaved()
  const { drafts } = await host.ask<{ drafts: { id: string }[] }>('list', '--query', '"Terkirim. Menyusul."')
  expect(drafts).toHaveLength(1)
})

/** Lets the next save be carried out without an answer, and those after it not reach the host. */
async function cutOffSaves(page: Page): Promise<void> {
  let saves = 0
  await page.route('**/bridge/drafts.save', async (route) => {
    saves += 1
    if (saves === 1) await route.fetch()
    await route.abort()
  })
}

test('two tabs on one draft: the newest is shown where nothing is unsaved, and never overwritten', async ({
  host,
  desk,
  context,
}) => {
  onlyInWeb(host)
  await desk.open(SAMPLE)
  const other = await openDesk(await context.newPage(), host)
  await other.open(SAMPLE)
  await other.write(' Ditulis di tab kedua.')
  await other.waitUntilSaved()
  await expect(desk.body).toContainText('Ditulis di tab kedua.')
  await desk.write(' Ditulis di tab pertama.')
  await desk.waitUntilSaved()
  await expect(other.body).toContainText('Ditulis di tab pertama.')
})

test('two tabs that type at once: one is refused, says so, and can keep its text as a copy', async ({
  host,
  desk,
  context,
}) => {
  onlyInWeb(host)
  await desk.open(SAMPLE)
  const other = await openDesk(await context.newPage(), host)
  await other.open(SAMPLE)
  // Both hold a change that the other does not know of yet.
  await other.page.route('**/bridge/drafts.save', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    await route.continue()
  })
  await other.write(' Ditulis di tab kedua.')
  await desk.write(' Ditulis di tab pertama.')
  await desk.waitUntilSaved()
  await expect(other.page.getByRole('alert')).toContainText('sudah diubah di tempat lain')
  await other.page.getByRole('button', { name: 'Simpan tulisan ini sebagai salinan' }).click()
  await expect(other.headline).toHaveValue(/\(salinan\)$/)
  await expect(other.body).toContainText('Ditulis di tab kedua.')
  await expect(desk.body).not.toContainText('Ditulis di tab kedua.')
})

test('the command line works while the page is open, which shows what it does at once', async ({
  host,
  desk,
}) => {
  await desk.list.getByRole('option').first().waitFor()
  expect(await host.ask('list')).toMatchObject({ total: 3 })
  const { id } = await host.ask<{ id: string }>('new', '--headline', 'Dari Luar Jendela')
  await expect(desk.list.getByRole('option', { name: 'Dari Luar Jendela' })).toBeVisible()
  await desk.list.getByRole('option', { name: SAMPLE }).click()
  await desk.write(' Ditulis di halaman.')
  await desk.waitUntilSaved()
  expect(await host.ask('show', id.slice(0, 8))).toMatchObject({ id, revision: 1 })
  expect(await host.ask('approve', id, '--by', 'ed')).toMatchObject({
    error: { code: 'desk.nothing-to-approve' },
  })
})

test('one undo history runs across headline and body', async ({ desk }) => {
  await desk.open(SAMPLE)
  const before = await desk.headline.inputValue()
  await desk.headline.fill('Judul yang Diganti')
  await desk.write(' Tambahan.')
  await desk.page.keyboard.press('Control+Z')
  await expect(desk.body).not.toContainText('Tambahan.')
  await desk.page.keyboard.press('Control+Z')
  await expect(desk.headline).toHaveValue(before)
})

test('search answers as it is typed, and says when there is nothing', async ({ desk }) => {
  await desk.search.fill('brail')
  await expect(desk.list.getByRole('option')).toHaveCount(1)
  await desk.search.fill('zzzz')
  await expect(desk.page.getByText('Tidak ada hasil untuk “zzzz”.')).toBeVisible()
})
