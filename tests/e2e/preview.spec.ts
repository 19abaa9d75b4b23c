import { findViolations } from './support/axe.ts'
import type { DeskPage } from './support/desk-page.ts'
import { makePicture } from '../support/pictures.ts'
import { countPdfPages, hasPdfPicture, readPdfText } from '../support/pdf-text.ts'
import { expect, onlyInWeb, openDesk, test } from './support/host.ts'

const SAMPLE = 'Pelajar SMK Bina Karya'

async function insertPhoto({ page, body }: DeskPage): Promise<void> {
  await body.getByText('Pelajar menghitung').click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Sisipkan foto' }).click()
  const file = { name: 'satu.png', mimeType: 'image/png', buffer: Buffer.from(await makePicture('png')) }
  await (await chooser).setFiles(file)
  await expect(body.locator('figure img')).toBeVisible({ timeout: 30_000 })
  await page.getByRole('textbox', { name: 'Keterangan', exact: true }).fill('Pelajar menghitung suara.')
  await page.getByRole('textbox', { name: 'Kredit' }).fill('bgs/KPU Kota Tirtasari')
  await expect(body.locator('figure').getByText('Foto: bgs/KPU Kota Tirtasari')).toBeVisible()
}

test('the preview shows a story as its published page is, with its photo, and follows what is written', async ({
  desk,
}) => {
  test.slow()
  const { page } = desk
  await desk.open(SAMPLE)
  await insertPhoto(desk)
  await page.getByRole('textbox', { name: 'Teks alternatif' }).fill('Dua pelajar')
  await page.getByRole('button', { name: 'Lainnya' }).click()
  await page.getByRole('menuitem', { name: 'Pratinjau seperti di situs' }).click()
  const preview = page.getByRole('complementary', { name: 'Pratinjau' })
  const shown = preview.frameLocator('iframe')
  await expect(shown.getByRole('heading', { level: 1 })).toHaveText(/^Pelajar SMK Bina Karya/)
  const picture = shown.getByRole('img', { name: 'Dua pelajar' })
  await expect.poll(() => picture.evaluate((image) => image.naturalWidth)).toBeGreaterThan(0)
  await expect(shown.locator('figcaption')).toHaveText(
    'Pelajar menghitung suara. Foto: bgs/KPU Kota Tirtasari',
  )

  await desk.headline.click()
  await page.keyboard.press('End')
  await page.keyboard.type(' {{acara}}')
  await expect(shown.locator('h1 mark')).toHaveText('acara')
  for (let letters = 0; letters < ' {{acara}}'.length; letters += 1) await page.keyboard.press('Backspace')
  await expect(shown.locator('mark')).toHaveCount(0)
  await desk.body.getByText('“Ternyata').click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Ditulis sambil dilihat.')
  await expect(shown.locator('.text')).toContainText('Ditulis sambil dilihat.')

  const frame = preview.locator('iframe')
  await expect(frame).toHaveAttribute('sandbox', 'allow-same-origin')
  await expect(frame).toHaveCSS('width', '390px')
  await page.getByRole('button', { name: 'Selebar layar komputer' }).click()
  await expect(frame).toHaveCSS('width', '1200px')
  const text = await shown.locator('.text').innerHTML()

  await desk.waitUntilSaved()
  await page.getByRole('button', { name: 'Tutup pratinjau' }).click()
  await expect(preview).toBeHidden()
  await desk.approve()
  await page.getByRole('tab', { name: 'Terbit', exact: true }).click()
  await desk.publish()
  const reader = await desk.openPublished()
  const withoutPicture = (html: string) =>
    html
      .replace(/<img[^>]*>/g, '')
      .replace(/\s+/g, ' ')
      .trim()
  expect(withoutPicture(await reader.locator('.text').innerHTML())).toBe(withoutPicture(text))
})

test('Escape closes the preview, from the page in it too, and a link in it leads nowhere', async ({
  host,
  page,
}) => {
  const desk = await openDesk(page, host, 'theme=dark')
  await desk.open(SAMPLE)
  await desk.body.click()
  await page.keyboard.press('Control+Shift+L')
  const preview = page.getByRole('complementary', { name: 'Pratinjau' })
  const shown = preview.frameLocator('iframe')
  await shown.getByRole('link', { name: 'Berita Terkini' }).click()
  await expect(shown.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(shown.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)')
  expect(await findViolations(page, { beside: ['iframe'] })).toEqual([])
  await page.keyboard.press('Escape')
  await expect(preview).toBeHidden()
})

test('a story is printed alone, with its photo and page numbers, and nothing of the desk', async ({
  desk,
  host,
}) => {
  onlyInWeb(host)
  test.slow()
  const { page } = desk
  await page.evaluate('window.print = () => void (window.printed = (window.printed ?? 0) + 1)')
  await desk.open(SAMPLE)
  await insertPhoto(desk)
  await desk.waitUntilSaved()
  await page.keyboard.press('Control+P')
  await page.waitForFunction('window.printed === 1')
  const pdf = await page.pdf({ format: 'A4' })
  const text = readPdfText(pdf)
  for (const part of [
    'Pelajar SMK Bina Karya Belajar Menghitung Suara',
    'Tirtasari, kota-tirtasari.kpu.go.id - Tiga puluh pelajar',
    'Pelajar menghitung suara. Foto: bgs/KPU Kota Tirtasari',
    '(bgs, nrl/ed. Foto: bgs/KPU Kota Tirtasari)',
    '1 / 1',
  ]) {
    expect(text).toContain(part.replace(/\s/g, ''))
  }
  for (const part of ['Tersimpan', 'Ekspor', 'Setujui', 'Antrean terbit', 'Berita Terkini']) {
    expect(text).not.toContain(part.replace(/\s/g, ''))
  }
  expect([hasPdfPicture(pdf), countPdfPages(pdf)]).toEqual([true, 1])
  await expect(desk.headline).toBeVisible()
  await expect(page).toHaveTitle('Redaksi')
})
