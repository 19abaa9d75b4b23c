import { writeFileSync } from 'node:fs'
import { expect, openDesk, test, type Host } from './support/host.ts'
import type { DeskPage } from './support/desk-page.ts'

/** Stories that differ in place, writer, day and length. */
const STORIES = [
  {
    headline: 'Simulasi Rekapitulasi di Rawajaya',
    place: 'Rawajaya',
    by: 'nrl',
    day: 'Kamis (13/11)',
    words: 40,
  },
  { headline: 'Audiensi Pelajar Tirtasari', place: 'Tirtasari', by: 'bgs', day: 'Rabu (12/11)', words: 10 },
  { headline: 'Gudang Logistik Diperiksa', place: 'Rawajaya', by: 'bgs', day: 'Senin (6/10)', words: 25 },
]

/** Fills the library beyond its samples, as the command line does it, before the desk is opened. */
async function fill(host: Host, info: { outputPath(...parts: string[]): string }): Promise<void> {
  for (const [i, { headline, place, by, day, words }] of STORIES.entries()) {
    const file = info.outputPath(`cerita-${i}.txt`)
    const lede = `${place}, kota-tirtasari.example - Petugas mengikuti kegiatan kantor, ${day}.`
    const more = 'Kegiatan berjalan lancar. '.repeat(words)
    writeFileSync(file, `${headline}\n\n${lede}\n\n${more}(${by}/ed. Foto: bgs/KPU Kota Tirtasari)\n`)
    await host.ask('import', file, '--year', '2025')
  }
}

function getHeadlines(desk: DeskPage): Promise<string[]> {
  return desk.list.locator('.draft-row-headline').allTextContents()
}

test('words are marked in the headline and in the text, and all filters go with one key', async ({
  host,
  page,
}, info) => {
  await fill(host, info)
  const desk = await openDesk(page, host)
  await desk.search.fill('rekapitulasi')
  await expect(desk.list.getByRole('option').first().locator('mark')).toHaveText(/^Rekapitulasi$/i)
  await expect(desk.list.getByRole('option')).toHaveCount(1)
  await desk.search.fill('lancar')
  await expect(desk.list.getByRole('option')).toHaveCount(3)
  await expect(desk.list.locator('.snippet mark').first()).toHaveText('lancar')

  await page.getByRole('button', { name: 'Saring', exact: true }).click()
  const form = page.getByRole('dialog', { name: 'Saring' })
  await expect(form.getByLabel('Tempat').locator('option')).toHaveText([
    'Semua tempat',
    'Rawajaya (2)',
    'Tirtasari (1)',
  ])
  await form.getByLabel('Tempat').selectOption('Rawajaya')
  await expect(form.getByLabel('Penulis').getByRole('option', { name: /\(1\)/ })).toHaveCount(2)
  await form.getByLabel('Penulis').selectOption('bgs')
  await form.getByLabel('Bulan').selectOption({ label: 'Oktober 2025 (1)' })
  await page.keyboard.press('Escape')
  await expect(desk.list.getByRole('option')).toHaveCount(1)
  expect(await getHeadlines(desk)).toEqual(['Gudang Logistik Diperiksa'])

  await desk.search.fill('rekapitulasi')
  await expect(page.getByText(/^Tidak ada hasil untuk “rekapitulasi” · Rawajaya/)).toBeVisible()
  await page.getByRole('button', { name: 'Tanpa Oktober 2025' }).first().click()
  await page.getByRole('button', { name: 'Tanpa Bagus Santosa' }).first().click()
  await expect(desk.list.getByRole('option')).toHaveCount(1)
  await desk.search.focus()
  await page.keyboard.press('Escape')
  await expect(desk.search).toHaveValue('')
  await expect(desk.list.getByRole('option')).toHaveCount(6)
  await expect(page.getByText('6 artikel', { exact: true })).toBeVisible()
})

test('the order is remembered on this machine', async ({ host, page }, info) => {
  await fill(host, info)
  const desk = await openDesk(page, host)
  await page.getByRole('combobox', { name: 'Urutkan' }).selectOption('headline')
  await expect.poll(() => isSorted(desk)).toBe(true)
  await page.reload()
  await expect(desk.list.getByRole('option')).toHaveCount(6)
  expect(await isSorted(desk)).toBe(true)
  await page.getByRole('combobox', { name: 'Urutkan' }).selectOption('length')
  await expect.poll(async () => (await getHeadlines(desk))[0]).toMatch(/^Simulasi/)
})

async function isSorted(desk: DeskPage): Promise<boolean> {
  const all = await getHeadlines(desk)
  return all.join() === all.toSorted((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)).join()
}

test('the list is walked by keys alone, and opens what the cursor is on', async ({ host, page }) => {
  const desk = await openDesk(page, host)
  await desk.search.focus()
  await page.keyboard.press('ArrowDown')
  await expect(desk.list).toBeFocused()
  await page.keyboard.press('End')
  const last = desk.list.getByRole('option').last()
  await expect(desk.list).toHaveAttribute('aria-activedescendant', (await last.getAttribute('id')) ?? '')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  const middle = desk.list.getByRole('option').nth(1)
  await expect(middle).toHaveAttribute('aria-selected', 'true')
  await expect(desk.headline).toHaveValue((await middle.locator('.draft-row-headline').textContent()) ?? '')
})

test('several stories are marked by keys, thrown away together, and brought back by one undo', async ({
  host,
  page,
}, info) => {
  await fill(host, info)
  const desk = await openDesk(page, host)
  const bar = page.getByRole('group', { name: 'Artikel yang dipilih' })
  await desk.open('Gudang Logistik')
  await desk.list.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(bar.getByText('3 artikel dipilih')).toBeVisible()
  await expect(desk.list.getByRole('option', { selected: true })).toHaveCount(3)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Control+Space')
  await expect(bar.getByText('4 artikel dipilih')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(bar).toBeHidden()
  await page.keyboard.press('Control+a')
  await expect(bar.getByText('6 artikel dipilih')).toBeVisible()
  await bar.getByRole('button', { name: 'Buang' }).click()
  await expect(desk.status.getByText('6 artikel dibuang ke sampah.')).toBeVisible()
  await expect(page.getByText(/^Belum ada artikel/)).toBeVisible()
  await desk.status.getByRole('button', { name: 'Urungkan' }).click()
  await expect(desk.status.getByText('6 artikel dikembalikan.')).toBeVisible()
  await expect(desk.list.getByRole('option')).toHaveCount(6)
  expect(await host.ask('list')).toMatchObject({ total: 6 })
})

test('several stories are marked with the mouse, duplicated and exported', async ({ host, page }, info) => {
  await fill(host, info)
  const desk = await openDesk(page, host)
  const bar = page.getByRole('group', { name: 'Artikel yang dipilih' })
  const rows = desk.list.getByRole('option')
  await rows.nth(0).click({ modifiers: ['Control'] })
  await rows.nth(2).click({ modifiers: ['Shift'] })
  await rows.nth(1).click({ modifiers: ['Control'] })
  await expect(bar.getByText('2 artikel dipilih')).toBeVisible()
  const files: string[] = []
  page.on('download', (download) => files.push(download.suggestedFilename()))
  await bar.getByRole('button', { name: 'Ekspor teks' }).click()
  await expect(desk.status.getByText('2 berkas diunduh.')).toBeVisible()
  await expect.poll(() => files.length).toBe(2)

  await rows.nth(0).click({ modifiers: ['Control'] })
  await bar.getByRole('button', { name: 'Gandakan' }).click()
  await expect(desk.status.getByText('1 salinan dibuat.')).toBeVisible()
  await expect(rows).toHaveCount(7)
  await expect(rows.first()).toHaveAccessibleName(/\(salinan\)$/)
})

test('the trash says when each goes, gives back, and lets go for good when it is asked twice', async ({
  host,
  page,
}, info) => {
  await fill(host, info)
  const desk = await openDesk(page, host)
  await desk.list.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Delete')
  await expect(desk.list.getByRole('option')).toHaveCount(5)
  await page.keyboard.press('Home')
  await page.keyboard.press('Delete')
  await expect(desk.list.getByRole('option')).toHaveCount(4)

  await page.keyboard.press('Control+k')
  await page.keyboard.type('>buka sampah')
  await page.getByRole('menuitem', { name: 'Buka sampah' }).click()
  await expect(desk.list.getByRole('option')).toHaveCount(2)
  await expect(desk.list.getByText('Dihapus 30 hari lagi')).toHaveCount(2)
  await page.getByLabel('Dihapus selamanya setelah').selectOption('7')
  await expect(desk.list.getByText('Dihapus 7 hari lagi')).toHaveCount(2)

  const bar = page.getByRole('group', { name: 'Artikel yang dipilih' })
  await desk.list
    .getByRole('option')
    .first()
    .click({ modifiers: ['Control'] })
  await bar.getByRole('button', { name: 'Kembalikan' }).click()
  await expect(desk.list.getByRole('option')).toHaveCount(1)
  await desk.list.getByRole('option').first().click()
  await desk.headline.waitFor()
  await page.getByRole('button', { name: 'Kosongkan…' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Hapus 1 artikel selamanya?' })
  await dialog.waitFor()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await page.getByRole('button', { name: 'Kosongkan…' }).click()
  await dialog.getByRole('button', { name: 'Hapus selamanya' }).click()
  await expect(page.getByText(/^Sampah kosong/)).toBeVisible()
  // The one that was open is gone, and its page with it.
  await expect(desk.headline).toBeHidden()
  expect(await host.ask('list', '--status', 'trashed')).toMatchObject({ total: 0 })
  expect(await host.ask('list')).toMatchObject({ total: 5 })
})

test('long work says how far it is, and stops when it is told to', async ({ host, page }, info) => {
  await fill(host, info)
  const desk = await openDesk(page, host)
  // The host answers slowly, until it is let go.
  const { promise: released, resolve: release } = Promise.withResolvers<void>()
  let asked = 0
  await page.route('**/bridge/drafts.trash', async (route) => {
    asked += 1
    if (asked > 1) await released
    await route.continue()
  })
  await desk.list.focus()
  await page.keyboard.press('Control+a')
  await page
    .getByRole('group', { name: 'Artikel yang dipilih' })
    .getByRole('button', { name: 'Buang' })
    .click()
  await expect(page.getByRole('progressbar')).toBeVisible()
  await page.getByRole('button', { name: 'Hentikan' }).click()
  release()
  await expect(desk.status.getByText(/Dihentikan; \d lainnya tidak diubah\./)).toBeVisible()
  const { total } = await host.ask<{ total: number }>('list')
  expect(total).toBeGreaterThan(0)
  expect(total).toBeLessThan(6)
})

test('what was published stands in the archive by month, with its address, and opens from there', async ({
  desk,
}) => {
  const { page } = desk
  await desk.open('Arsip Pemilu Ditata Ulang')
  await desk.waitUntilSaved()
  await desk.approve()
  await desk.publish()
  await expect(desk.list.getByRole('option', { name: 'Arsip Pemilu' }).getByText('Terbit')).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('>arsip terbit')
  await page.getByRole('menuitem', { name: 'Arsip terbit' }).click()
  const archive = page.getByRole('region', { name: 'Arsip terbit' })
  await expect(archive.getByRole('button', { name: /^Arsip Pemilu Ditata Ulang/ })).toBeVisible()
  await expect(archive.getByRole('link', { name: /\/berita\// })).toBeVisible()
  await expect(archive.getByText('1 artikel')).toBeVisible()
  await archive.getByRole('button', { name: /^Arsip Pemilu Ditata Ulang/ }).click()
  await expect(desk.headline).toHaveValue(/^Arsip Pemilu/)
})
