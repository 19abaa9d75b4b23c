import type { Page } from '@playwright/test'
import { findViolations } from './support/axe.ts'
import type { DeskPage } from './support/desk-page.ts'
import { expect, openDesk, test } from './support/host.ts'

const SAMPLE = 'Pelajar SMK Bina Karya'
const HEADLINE = 'Pelajar SMK Bina Karya Belajar Menghitung Suara di KPU Kota Tirtasari'

/** Changes the headline, the first paragraph's last word and the end of the text, and looks at the history. */
async function edit(desk: DeskPage): Promise<void> {
  await desk.headline.fill(HEADLINE.replace('Menghitung', 'Menjumlah'))
  await desk.write(' Kalimat tambahan.')
  await desk.waitUntilSaved()
  await desk.page.getByRole('tab', { name: 'Riwayat' }).click()
  await desk.page.getByRole('option', { name: /revisi 1/ }).click()
}

async function compare(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Bandingkan', exact: true }).click()
  await expect(page.getByRole('status').filter({ hasText: 'perubahan' })).toBeVisible()
}

test('a revision is named, found by its name, renamed, and its name taken away', async ({ desk, host }) => {
  const { page } = desk
  await desk.open(SAMPLE)
  await edit(desk)
  await page.getByRole('button', { name: 'Beri nama' }).click()
  await page.getByRole('textbox', { name: 'Nama revisi' }).fill(' Dikirim ke  Bu Ani ')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('option', { name: 'Dikirim ke Bu Ani revisi 1' })).toBeVisible()
  await page.reload()
  await desk.headline.waitFor()
  await page.getByRole('tab', { name: 'Riwayat' }).click()
  const row = page.getByRole('option', { name: 'Dikirim ke Bu Ani revisi 1' })
  await row.click()
  await page.getByRole('button', { name: 'Ganti nama' }).click()
  await page.getByRole('button', { name: 'Hapus nama' }).click()
  await expect(row).toBeHidden()
  const { drafts } = await host.ask<{ drafts: { id: string; headline: string }[] }>('list')
  const { id } = drafts.find(({ headline }) => headline.startsWith('Pelajar')) ?? { id: '' }
  const { revisions } = await host.ask<{ revisions: { revision: number; name: string | null }[] }>('show', id)
  expect(revisions.find(({ revision }) => revision === 1)?.name).toBeNull()
})

test('two states are compared word by word; a word, a part and all are put back, and undone', async ({
  desk,
}) => {
  const { page } = desk
  await desk.open(SAMPLE)
  await edit(desk)
  await compare(page)
  const changes = page.getByRole('article', { name: 'Perubahan' })
  await expect(page.getByRole('status').filter({ hasText: '3 perubahan' })).toBeVisible()
  // The address follows the headline.
  await expect(changes.locator('del')).toHaveText(['Menghitung', 'menghitung'])
  await expect(changes.locator('ins')).toHaveText(['Menjumlah', /Kalimat tambahan\./, 'menjumlah'])

  // From change to change by the keyboard.
  const first = changes.getByRole('group', {
    name: 'Perubahan 1 dari 3. Dihapus: Menghitung. Ditambahkan: Menjumlah',
  })
  await first.focus()
  await page.keyboard.press('ArrowDown')
  await expect(changes.getByRole('group', { name: /^Perubahan 2 dari 3/ })).toBeFocused()
  await page.keyboard.press('Home')
  await expect(first).toBeFocused()

  await page.getByRole('button', { name: 'Kembalikan perubahan ini' }).click()
  await expect(page.getByRole('status').filter({ hasText: '2 perubahan' })).toBeVisible()
  await expect(changes.locator('del')).toHaveText(['menghitung'])
  await page.keyboard.press('Control+Z')
  await expect(page.getByRole('status').filter({ hasText: '3 perubahan' })).toBeVisible()
  await page.getByRole('button', { name: 'Kembalikan semua' }).click()
  await expect(page.getByText('Tidak ada perbedaan.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(desk.body).not.toContainText('Kalimat tambahan.')
  await desk.body.click()
  await page.keyboard.press('Control+Z')
  await expect(desk.body).toContainText('Kalimat tambahan.')
  await expect(desk.headline).toHaveValue(/Menjumlah/)
})

test('the history and a comparison have no accessibility violation, in light and dark', async ({
  host,
  page,
}) => {
  const desk = await openDesk(page, host, 'theme=light')
  await desk.open(SAMPLE)
  await edit(desk)
  await page.getByRole('button', { name: 'Beri nama' }).click()
  expect(await findViolations(page)).toEqual([])
  await page.keyboard.press('Escape')
  await compare(page)
  expect(await findViolations(page)).toEqual([])
})
