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
