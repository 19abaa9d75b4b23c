import { readFile } from 'node:fs/promises'
import { strFromU8, unzipSync } from 'fflate'
import { findViolations } from './support/axe.ts'
import type { DeskPage } from './support/desk-page.ts'
import { expect, openDesk, test } from './support/host.ts'

const SAMPLE = 'Pelajar SMK Bina Karya'

/** Publishes a story, and opens the page that counts it. */
async function openRecap(desk: DeskPage): Promise<void> {
  const { page } = desk
  await desk.open(SAMPLE)
  await desk.approve()
  await desk.publish()
  await page.getByRole('link', { name: 'Buka' }).waitFor()
  const palette = await desk.openPalette()
  await page.keyboard.type('Rekap')
  await palette.getByRole('menuitem', { name: 'Rekap kantor' }).click()
}

test('what the office published is counted, drawn and listed, and is had as a workbook', async ({
  desk,
  host,
}) => {
  const { page } = desk
  await openRecap(desk)
  const recap = page.getByRole('region', { name: 'Rekap' })
  await expect(recap.getByText(/^1 berita terbit pada /)).toBeVisible()
  await expect(recap.getByRole('table', { name: 'Penulis' }).getByRole('row')).toHaveText([
    /^Bagus Santosa ?1$/,
    /^Nurlaila Rahmi ?1$/,
  ])
  await expect(
    recap.getByRole('table', { name: 'Terbit per hari' }).getByRole('cell', { name: '1' }),
  ).toHaveCount(1)
  await expect(recap.getByRole('link')).toHaveAttribute('href', /\/berita\//)
  const download = page.waitForEvent('download')
  await recap.getByRole('button', { name: 'Unduh XLSX' }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^rekap-\d{4}-\d{2}\.xlsx$/)
  const parts = unzipSync(await readFile(await file.path()))
  expect(strFromU8(parts['xl/sharedStrings.xml'] ?? new Uint8Array())).toContain(SAMPLE)
  await recap.getByRole('button', { name: 'Tahun' }).click()
  await expect(recap.getByRole('table', { name: 'Terbit per bulan' }).getByRole('row')).toHaveCount(12)
  const told = await host.ask<{ totals: { stories: number } }>('recap')
  expect(told.totals.stories).toBe(1)
  await recap.getByRole('button', { name: 'Sebelumnya' }).click()
  await expect(recap.getByText(/^Belum ada berita yang terbit/)).toBeVisible()
  await recap.getByRole('button', { name: 'Berikutnya' }).click()
  await recap.getByRole('button', { name: /^Pelajar SMK Bina Karya/ }).click()
  await expect(desk.headline).toBeVisible()
})

test('the recap has no accessibility violation, in light and dark', async ({ host, page }) => {
  const desk = await openDesk(page, host, 'theme=light')
  await openRecap(desk)
  await page.getByRole('table', { name: 'Penulis' }).waitFor()
  expect(await findViolations(page)).toEqual([])
})
