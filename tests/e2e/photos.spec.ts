import exifr from 'exifr'
import { makeCameraJpeg, makePicture } from '../support/pictures.ts'
import { findViolations } from './support/axe.ts'
import type { DeskPage } from './support/desk-page.ts'
import { expect as expectSoon, openDesk, test } from './support/host.ts'

// Pictures are made beside whatever else a machine does: a slow one gets its time.
const expect = expectSoon.configure({ timeout: 30_000 })
test.beforeEach(() => test.slow())

/** A file on its way into the page, as the page's own words. Its name and its type say nothing of what is in it. */
function carry(name: string, bytes: Uint8Array): string {
  const [encoded, fileName] = [Buffer.from(bytes).toString('base64'), name].map((text) =>
    JSON.stringify(text),
  )
  return `(() => {
    const data = new DataTransfer()
    const bytes = Uint8Array.from(atob(${encoded}), (letter) => letter.charCodeAt(0))
    data.items.add(new File([bytes], ${fileName}, { type: 'image/jpeg' }))
    return data
  })()`
}

/** Drops a file on the text, where a hand would let go of it. */
async function drop(desk: DeskPage, name: string, bytes: Uint8Array): Promise<void> {
  const box = await desk.body.getByText('KPU Kota Tirtasari').first().boundingBox()
  if (box === null) throw new Error('there is no text to drop on')
  const dataTransfer = await desk.page.evaluateHandle(carry(name, bytes))
  const point = { clientX: box.x + 10, clientY: box.y + box.height / 2, dataTransfer, bubbles: true }
  await desk.body.dispatchEvent('dragover', point)
  await desk.body.dispatchEvent('drop', point)
}

/** Pastes a file, as a program puts a picture on the clipboard. */
async function paste(desk: DeskPage, name: string, bytes: Uint8Array): Promise<void> {
  await desk.body.click()
  await desk.page.evaluate(
    `void document.activeElement.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: ${carry(name, bytes)}, bubbles: true, cancelable: true }))`,
  )
}

test('a photo is dropped into a story, described, published, and read without its place', async ({
  desk,
  context,
}) => {
  const { page } = desk
  await desk.open('Pelajar SMK Bina Karya')
  const photo = await makeCameraJpeg({ orientation: 6 })
  expect(await exifr.gps(Buffer.from(photo))).toMatchObject({ latitude: expect.any(Number) })
  await drop(desk, 'IMG_0001.JPG', photo)

  await expect(page.getByRole('tab', { name: 'Foto', exact: true })).toHaveAttribute('aria-selected', 'true')
  const figure = desk.body.locator('figure')
  await expect(figure.locator('img')).toBeVisible()
  await page
    .getByRole('textbox', { name: 'Keterangan', exact: true })
    .fill('Pelajar mencoba menghitung suara.')
  await desk.approve()
  await expect(page.getByText(/foto belum berkredit/)).toBeVisible()

  await page.getByRole('textbox', { name: 'Teks alternatif' }).fill('Dua pelajar memegang surat suara')
  await page.getByRole('textbox', { name: 'Kredit' }).fill('bgs/KPU Kota Tirtasari')
  await expect(figure.getByText('Foto: bgs/KPU Kota Tirtasari')).toBeVisible()
  await expect(figure.locator('figcaption')).toHaveText('Pelajar mencoba menghitung suara.')
  await desk.waitUntilSaved()
  await desk.approve()
  await page.getByRole('tab', { name: 'Terbit', exact: true }).click()
  await desk.publish()
  const reader = await desk.openPublished()
  const picture = reader.getByRole('img', { name: 'Dua pelajar memegang surat suara' })
  await expect(picture).toBeVisible()
  expect(await picture.evaluate((image) => image.naturalWidth > 0)).toBe(true)
  const [width, height] = await Promise.all(['width', 'height'].map((name) => picture.getAttribute(name)))
  expect([width, height]).toEqual(['800', '1200'])
  await expect(reader.locator('figcaption')).toHaveText(
    'Pelajar mencoba menghitung suara. Foto: bgs/KPU Kota Tirtasari',
  )
  const sources = (await picture.getAttribute('srcset'))?.match(/\/photos\/\S+/g) ?? []
  expect(sources.length).toBeGreaterThan(1)
  for (const source of sources) {
    const answer = await context.request.get(new URL(source, reader.url()).href)
    const bytes = await answer.body()
    expect(answer.headers()['content-type']).toBe('image/jpeg')
    expect(await exifr.gps(bytes)).toBeUndefined()
    expect(bytes.toString('latin1')).not.toMatch(/SN-4711|Sri Lestari|Kameraku/)
    const { iptc, photoshop } = await exifr.parse(bytes, { iptc: true, xmp: true, mergeOutput: false })
    expect([iptc.Credit, photoshop.Credit]).toEqual(['bgs/KPU Kota Tirtasari', 'bgs/KPU Kota Tirtasari'])
  }
  await reader.goto(new URL('/', reader.url()).href)
  await expect(reader.locator('.lead').getByRole('img')).toBeVisible()
})

test('what is no photo is refused in words, and the story stays as it was; a pasted one is taken', async ({
  desk,
}) => {
  await desk.open('Pelajar SMK Bina Karya')
  const before = await desk.body.innerText()
  await drop(desk, 'foto.jpg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))
  const refusal = desk.page.getByRole('alert').filter({ hasText: 'Berkas ini bukan foto' })
  await expect(refusal).toBeVisible()
  expect(await desk.body.innerText()).toBe(before)
  await desk.page.getByRole('button', { name: 'Tutup pesan tentang foto.jpg' }).click()
  await expect(refusal).toBeHidden()
  await paste(desk, 'layar.png', await makePicture('png'))
  await expect(desk.body.locator('figure img')).toBeVisible()
})

test('photos are picked, put in order and taken out again, each in one step back', async ({ desk }) => {
  const { page } = desk
  await desk.open('Pelajar SMK Bina Karya')
  await page.getByRole('tab', { name: 'Foto', exact: true }).click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Tambah foto' }).click()
  await (
    await chooser
  ).setFiles([
    { name: 'satu.png', mimeType: 'image/png', buffer: Buffer.from(await makePicture('png')) },
    { name: 'dua.webp', mimeType: 'image/webp', buffer: Buffer.from(await makePicture('webp')) },
  ])
  const strip = page.getByRole('listbox', { name: 'Foto dalam berita' })
  await expect(strip.getByRole('option')).toHaveCount(2)
  const figures = desk.body.locator('figure')
  await expect(figures.locator('img')).toHaveCount(2)
  await page.getByRole('textbox', { name: 'Keterangan', exact: true }).fill('Yang kedua')
  await page.getByRole('button', { name: 'Jadikan foto utama' }).click()
  await expect(figures.first().locator('figcaption')).toHaveText('Yang kedua')
  await page.getByRole('button', { name: 'Hapus dari berita' }).click()
  await expect(figures).toHaveCount(1)
  await desk.body.click()
  await page.keyboard.press('Control+Z')
  await expect(figures).toHaveCount(2)
  await desk.waitUntilSaved()
  await page.reload()
  await desk.list.waitFor()
  await expect(desk.body.locator('figure img')).toHaveCount(2)
})

test('the Photos tab has no accessibility violation, in light and dark', async ({ host, page }) => {
  const desk = await openDesk(page, host, 'theme=light')
  await desk.open('Pelajar SMK Bina Karya')
  await drop(desk, 'foto.jpg', await makeCameraJpeg())
  await expect(desk.body.locator('figure img')).toBeVisible()
  await drop(desk, 'bukan.jpg', Buffer.from('bukan foto'))
  await expect(desk.page.getByRole('alert').filter({ hasText: 'bukan foto' })).toBeVisible()
  await desk.page.getByRole('radio', { name: 'Dibuat AI' }).check()
  await desk.page.getByRole('radio', { name: '16:9' }).check()
  await desk.page.getByText('Ada anak yang dapat dikenali').click()
  await desk.page.getByRole('textbox', { name: 'Catatan izin' }).waitFor()
  expect(await findViolations(desk.page)).toEqual([])
})
