import type { Locator, Page } from '@playwright/test'
import { expect, test } from './support/host.ts'

/** Presses Tab until something has the focus: whatever can be used can be reached so. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  const focused = page.locator(':focus-within')
  for (let presses = 0; presses < 60; presses += 1) {
    if ((await wanted.and(focused).count()) > 0) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`${wanted.toString()} is not reached by the Tab key`)
}

test('a day at the desk without a mouse: written, signed off, published, found again, withdrawn, thrown away and taken back', async ({
  desk,
}) => {
  test.slow()
  const { page } = desk
  const { keyboard } = page
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })

  await keyboard.press('Alt+N')
  await expect(desk.headline).toBeFocused()
  await keyboard.type('Rapat Triwulan Tirtasari')
  await keyboard.press('Enter')
  await expect(desk.body).toBeFocused()
  await keyboard.type('KPU Kota Tirtasari menggelar rapat, Kamis (13/11).')
  await desk.waitUntilSaved()

  await tabTo(page, button('Tambah baris kredit'))
  await keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: 'Penulis' })).toBeFocused()
  await keyboard.type('bgs')
  await keyboard.press('Tab')
  await keyboard.type('ed')
  await tabTo(page, button('Selesai'))
  await keyboard.press('Enter')
  await desk.waitUntilSaved()
  await expect(page.getByRole('group', { name: 'Baris kredit' })).toContainText('bgs')

  await tabTo(page, button('Setujui'))
  await keyboard.press('Enter')
  await page.getByRole('dialog').getByRole('radio').first().waitFor()
  await tabTo(page, button(/^Setujui revisi/))
  await keyboard.press('Enter')
  await expect(button('Terbitkan')).toBeEnabled()
  await keyboard.press('Control+Shift+P')
  await expect(page.getByRole('link', { name: 'Buka' })).toBeVisible()

  await keyboard.press('Control+Shift+F')
  await expect(desk.search).toBeFocused()
  await keyboard.type('triwulan')
  await expect(desk.list.getByRole('option')).toHaveCount(1)
  await tabTo(page, desk.list)
  await keyboard.press('Enter')

  await tabTo(page, page.getByRole('tab', { name: 'Terbit', exact: true }))
  await tabTo(page, button(/^Tarik/))
  await keyboard.press('Enter')
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused()
  await keyboard.type('Tanggalnya keliru.')
  await tabTo(page, page.getByRole('dialog').getByRole('button', { name: /^Tarik/ }))
  await keyboard.press('Enter')
  await expect(desk.list.getByRole('option')).toContainText('Ditarik')

  await desk.openPalette()
  await keyboard.type('pindahkan ke tempat sampah')
  await keyboard.press('Enter')
  await expect(desk.list.getByRole('option')).toHaveCount(0)
  await desk.openPalette()
  await keyboard.type('kembalikan dari tempat')
  await keyboard.press('Enter')
  await expect(desk.list.getByRole('option')).toHaveCount(1)
})
