import { findViolations } from './support/axe.ts'
import { expect, onlyInWeb, openDesk, test } from './support/host.ts'

test.use({ isFirstStart: true })

test('three steps lead from the first start to a story in the office’s own form, and nothing typed is lost', async ({
  host,
  page,
}) => {
  onlyInWeb(host)
  const desk = await openDesk(page, host, 'theme=dark')
  const steps = page.getByRole('region', { name: 'Langkah awal' })
  const field = (name: string) => steps.getByRole('textbox', { name, exact: true })
  await expect(field('Nama kantor')).toBeFocused()
  expect(await findViolations(page)).toEqual([])

  // By the keyboard alone; another language and a restart find what was typed.
  await page.keyboard.type('Komisi Pemilihan Umum Kabupaten Rawajaya')
  await page.keyboard.press('Tab')
  await page.keyboard.type('KPU Rawajaya')
  await expect(steps.getByRole('complementary')).toContainText('KPU Rawajaya menerima kunjungan pelajar')
  await steps.getByText('English').click()
  const firstSteps = page.getByRole('region', { name: 'First steps' })
  await expect(firstSteps.getByRole('textbox', { name: 'Short name' })).toHaveValue('KPU Rawajaya')
  await firstSteps.getByText('Bahasa Indonesia').click()
  await field('Tempat').fill('Rawajaya')
  await page.keyboard.press('Enter')
  await expect(steps.getByText('Isi bagian ini.').first()).toBeVisible()
  await field('Situs').fill('kab-rawajaya.example')
  await expect(steps.getByRole('complementary')).toContainText(
    'Rawajaya, kab-rawajaya.example - KPU Rawajaya',
  )
  await page.keyboard.press('Enter')

  await expect(field('Inisial')).toBeFocused()
  await host.kill()
  await host.start()
  await openDesk(page, host)
  await expect(field('Inisial')).toBeFocused()
  await page.keyboard.type('tik')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Tika Ramadhani')
  await page.keyboard.press('Enter')
  await expect(steps.getByRole('radio', { name: /Tika Ramadhani/ })).toBeChecked()
  await steps.getByRole('button', { name: 'Buang nama contoh' }).click()
  await expect(steps.getByRole('radio')).toHaveCount(3)
  await field('Inisial').fill('wid')
  await field('Nama lengkap').fill('Widya Sari')
  expect(await findViolations(page)).toEqual([])
  // Whoever is typed when one goes on is added, too.
  await steps.getByRole('button', { name: 'Lanjut' }).click()

  await expect(steps.getByText('Situs percobaan di laptop ini')).toBeVisible()
  const write = steps.getByRole('button', { name: 'Tulis artikel pertama' })
  await expect(write).toBeFocused()
  expect(await findViolations(page)).toEqual([])
  await steps.getByRole('combobox', { name: 'Mulai dari templat' }).selectOption('Audiensi')
  await write.click()
  await expect(desk.headline).toHaveValue('KPU Rawajaya Terima Audiensi {{lembaga}}')
  await expect(desk.headline).toBeFocused()
  await expect(page.getByRole('group', { name: 'Baris tanggal' })).toContainText(
    'Rawajaya, kab-rawajaya.example',
  )
  await expect(page.getByRole('group', { name: 'Baris kredit' })).toHaveText('(tik/ed)')

  // They have been gone; who asks for them sees what is known by now, and may leave at once.
  await page.goto('about:blank')
  await openDesk(page, host)
  await expect(steps).toBeHidden()
  await desk.openPalette()
  await page.keyboard.type('langkah awal')
  await page.keyboard.press('Enter')
  await expect(field('Nama pendek')).toHaveValue('KPU Rawajaya')
  await steps.getByRole('button', { name: 'Nanti saja' }).click()
  await expect(steps).toBeHidden()
  await desk.status.getByRole('button', { name: 'Urungkan' }).click()
  await expect(steps).toBeVisible()
})

test('who looks around first finds marked samples in each state, and is rid of them in one step', async ({
  host,
  page,
}) => {
  onlyInWeb(host)
  const desk = await openDesk(page, host)
  const steps = page.getByRole('region', { name: 'Langkah awal' })
  await steps.getByRole('button', { name: '3 Artikel pertama' }).click()
  await steps.getByRole('button', { name: 'Lihat-lihat dengan artikel contoh' }).click()
  await desk.headline.waitFor()
  const rows = desk.list.getByRole('option')
  const facts = rows.filter({ hasText: 'Contoh' })
  await expect(facts).toHaveCount(3)
  await expect(rows.filter({ hasText: 'Disetujui' })).toHaveCount(1)
  await expect(rows.filter({ hasText: 'Ditinjau' })).toHaveCount(1)
  // One that somebody writes in is theirs.
  await desk.open('Arsip Pemilu Ditata Ulang')
  await desk.write(' Selesai.')
  await desk.waitUntilSaved()
  await desk.openPalette()
  await page.keyboard.type('artikel contoh')
  await page.keyboard.press('Enter')
  await expect(rows).toHaveCount(1)
  await expect(
    desk.status.getByText(/^2 artikel contoh dibuang.*Sudah Anda ubah.*Arsip Pemilu/),
  ).toBeVisible()
  await desk.status.getByRole('button', { name: 'Urungkan' }).click()
  await expect(rows).toHaveCount(3)
})
