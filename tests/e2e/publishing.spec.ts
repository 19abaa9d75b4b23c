import { expect, test } from './support/host.ts'

const SAMPLE = 'Pelajar SMK Bina Karya'

test('a story is approved, published, and read on the news page', async ({ desk }) => {
  await desk.open(SAMPLE)
  await expect(desk.page.getByRole('button', { name: 'Terbitkan', exact: true })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
  await desk.approve()
  await desk.publish()
  const reader = await desk.openPublished()
  // The revision is there already: the head says so, and offers nothing to send.
  await expect(desk.page.getByRole('button', { name: 'Sudah terbit' })).toBeVisible()
  await expect(desk.page.getByRole('button', { name: 'Terbitkan', exact: true })).toBeHidden()
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText(
    'Pelajar SMK Bina Karya Belajar Menghitung Suara di KPU Kota Tirtasari',
  )
  await expect(reader.getByText('(bgs, nrl/ed. Foto: bgs/KPU Kota Tirtasari)')).toBeVisible()
})

test('an edit takes the sign-off away, and says so', async ({ desk }) => {
  await desk.open(SAMPLE)
  await desk.approve()
  await expect(desk.page.getByText(/^Revisi \d+ disetujui/).first()).toBeVisible()
  await desk.write(' Tambahan.')
  await desk.waitUntilSaved()
  await expect(desk.page.getByText('Revisi ini belum disetujui.')).toBeVisible()
})

test('a story is withdrawn with the reason that readers see', async ({ desk, context }) => {
  await desk.open(SAMPLE)
  await desk.approve()
  await desk.publish()
  const link = desk.page.getByRole('link', { name: 'Buka' })
  await link.waitFor()
  const address = await link.getAttribute('href')
  await desk.page.getByRole('button', { name: 'Tarik…' }).click()
  await desk.page.getByRole('textbox', { name: 'Alasan yang dibaca pembaca' }).fill('Jumlah pelajar keliru')
  await desk.page.getByRole('button', { name: 'Tarik berita' }).click()
  await expect(desk.page.getByText(/^Ditarik /)).toBeVisible()
  const reader = await context.newPage()
  const answer = await reader.goto(address ?? '')
  expect(answer?.status()).toBe(410)
  await expect(reader.getByText('Jumlah pelajar keliru')).toBeVisible()
})

test('a kept revision is put back, and undo brings the newer text back', async ({ desk }) => {
  await desk.open(SAMPLE)
  await desk.write(' Kalimat yang akan hilang.')
  await desk.waitUntilSaved()
  await desk.page.getByRole('tab', { name: 'Riwayat' }).click()
  await desk.page.getByRole('option', { name: /revisi 1/ }).click()
  await desk.page.getByRole('button', { name: 'Kembalikan' }).click()
  await expect(desk.body).not.toContainText('Kalimat yang akan hilang.')
  await desk.waitUntilSaved()
  await desk.body.click()
  await desk.page.keyboard.press('Control+Z')
  await expect(desk.body).toContainText('Kalimat yang akan hilang.')
})

test('a story is exported as the text that was imported', async ({ desk }) => {
  await desk.open(SAMPLE)
  await desk.page.getByRole('button', { name: 'Ekspor' }).click()
  const download = desk.page.waitForEvent('download')
  await desk.page.getByRole('menuitem', { name: 'Teks' }).click()
  expect((await download).suggestedFilename()).toMatch(/\.txt$/)
})
