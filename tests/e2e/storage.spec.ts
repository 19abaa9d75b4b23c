import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Page } from '@playwright/test'
import { findViolations } from './support/axe.ts'
import { expect, openDesk, test } from './support/host.ts'

/** The settings at the section that says where the library lies; and a folder for its backups beside that. */
async function openStorage(page: Page) {
  await page.keyboard.press('Control+,')
  const settings = page.getByRole('region', { name: 'Setelan' })
  await settings.getByRole('button', { name: 'Penyimpanan dan cadangan' }).click()
  const library = (await settings.locator('.storage-path').textContent()) ?? ''
  const folder = dirname(library)
  const backups = join(folder, 'cadangan')
  return { settings, folder, backups }
}

test('backups are made where they are wanted, are tried, and come back as a library of their own', async ({
  host,
  desk,
}) => {
  const { page } = desk
  await desk.list.getByRole('option').first().waitFor()
  const { settings, folder, backups } = await openStorage(page)
  await expect(settings.getByText(/^3 artikel, 0 foto/)).toBeVisible()
  await expect(settings.getByRole('button', { name: 'Cadangkan sekarang' })).toBeDisabled()
  const place = settings.getByRole('textbox', { name: 'Folder cadangan' })
  await place.fill(backups)
  await settings.getByRole('button', { name: 'Simpan rencana' }).click()
  await expect(settings.getByRole('alert')).toContainText('tidak ada')
  mkdirSync(backups)
  await settings.getByRole('button', { name: 'Simpan rencana' }).click()
  await expect(settings.getByText(/^Cadangan selesai dan sudah dibaca ulang/)).toBeVisible()
  expect(readdirSync(backups)).toEqual([expect.stringMatching(/^redaksi-.*-000001-.*\.tar\.gz$/)])
  await host.ask('new', '--headline', 'Sesudah Cadangan')
  await settings.getByRole('button', { name: 'Uji pemulihan' }).click()
  await expect(settings.getByText(/^Uji pemulihan berhasil: 3 artikel/)).toContainText('1 artikel dibuat')
  await settings.getByRole('button', { name: 'Cadangkan sekarang' }).click()
  await expect(settings.getByText(/Ada 2 cadangan/)).toBeVisible()
  const restored = join(folder, 'pulih')
  await settings.getByRole('textbox', { name: 'Folder baru' }).fill(restored)
  await settings.getByRole('button', { name: 'Pulihkan', exact: true }).click()
  await expect(settings.getByText(/cocok dengan cadangan\. Pustaka yang sekarang/)).toBeVisible()
  expect(await host.ask('list', '--library', restored)).toMatchObject({ total: 4 })
})

test('a backup folder that has gone is said on the quiet line, which leads to the settings', async ({
  desk,
}) => {
  const { page } = desk
  const { settings, folder, backups } = await openStorage(page)
  mkdirSync(backups)
  await settings.getByRole('textbox', { name: 'Folder cadangan' }).fill(backups)
  await settings.getByRole('button', { name: 'Simpan rencana' }).click()
  await expect(settings.getByText(/Ada 1 cadangan/)).toBeVisible()
  renameSync(backups, join(folder, 'dicabut'))
  expect(existsSync(backups)).toBe(false)
  await page.reload()
  await desk.status.getByRole('button', { name: 'Cadangan belum dibuat' }).click()
  await expect(settings.getByRole('alert')).toContainText('Sambungkan lagi disknya')
})

test('storage and backup has no accessibility violation, in light and dark', async ({ host, page }) => {
  await openDesk(page, host, 'theme=light')
  const { settings, backups } = await openStorage(page)
  mkdirSync(backups)
  await settings.getByRole('textbox', { name: 'Folder cadangan' }).fill(backups)
  await settings.getByRole('button', { name: 'Simpan rencana' }).click()
  await expect(settings.getByText(/Ada 1 cadangan/)).toBeVisible()
  expect(await findViolations(page)).toEqual([])
})
