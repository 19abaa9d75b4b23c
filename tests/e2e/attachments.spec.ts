import { makePdf } from '../support/pdfs.ts'
import { makePicture } from '../support/pictures.ts'
import { findViolations } from './support/axe.ts'
import { expect, test } from './support/host.ts'

const SAMPLE = 'Pelajar SMK Bina Karya'
const pdf = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/pdf', buffer })

test('PDFs are attached, named and put in order, and readers get them until the story is withdrawn', async ({
  desk,
}) => {
  const { page } = desk
  await desk.open(SAMPLE)
  await page.getByRole('tab', { name: 'Rincian' }).click()
  const pick = async (...files: ReturnType<typeof pdf>[]) => {
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Pasang PDF…' }).click()
    await (await chooser).setFiles(files)
  }
  const second = makePdf({ text: 'Jadwal', isEncrypted: true, script: 'plain' })
  await pick(pdf('Hasil_seleksi.pdf', makePdf()), pdf('Jadwal.pdf', second))
  const first = page.getByRole('textbox', { name: 'Judul lampiran 1' })
  await expect(first).toHaveValue('Hasil seleksi')
  await expect(page.getByText(/^PDF ini terkunci/)).toBeVisible()
  await expect(page.getByText(/^PDF ini membawa program/)).toBeVisible()
  await page.getByRole('button', { name: 'Naikkan Jadwal' }).click()
  await expect(first).toHaveValue('Jadwal')
  await first.fill('Jadwal seleksi 2025')
  await pick(pdf('Undangan.pdf', Buffer.from(await makePicture('png'))))
  await expect(page.getByText('Berkas ini bukan PDF: isinya PNG')).toBeVisible()
  await page.getByRole('button', { name: 'Ubah daftar kategori…' }).click()
  expect(await findViolations(page)).toEqual([])
  await page.getByRole('button', { name: /Undangan.pdf/ }).click()
  await desk.waitUntilSaved()

  await desk.approve()
  await desk.publish()
  await page.getByRole('tab', { name: 'Terbit' }).click()
  const reader = await desk.openPublished()
  const files = reader.getByRole('region', { name: 'Lampiran' })
  await expect(files.getByRole('listitem')).toHaveText([
    /^Jadwal seleksi 2025 PDF, 1 KB$/,
    /^Hasil seleksi PDF, 1 KB$/,
  ])
  const address = (await files.getByRole('link').first().getAttribute('href')) ?? ''
  const answer = await reader.request.get(new URL(address, reader.url()).href)
  expect([answer.status(), answer.headers()['content-type'], await answer.body()]).toEqual([
    ...[200, 'application/pdf', second],
  ])
  await page.getByRole('button', { name: 'Tarik…' }).click()
  await page.getByRole('textbox', { name: 'Alasan yang dibaca pembaca' }).fill('Jadwal berubah')
  await page.getByRole('button', { name: 'Tarik berita' }).click()
  await expect(page.getByText(/^Ditarik /)).toBeVisible()
  expect((await reader.request.get(new URL(address, reader.url()).href)).status()).toBe(404)
})

test('a PDF that is dropped on the text is attached to its story, and undo takes it off again', async ({
  desk,
}) => {
  const { page } = desk
  await desk.open(SAMPLE)
  const encoded = JSON.stringify(makePdf().toString('base64'))
  const dataTransfer = await page.evaluateHandle(`(() => {
    const data = new DataTransfer()
    const bytes = Uint8Array.from(atob(${encoded}), (letter) => letter.charCodeAt(0))
    data.items.add(new File([bytes], 'Surat_edaran.pdf', { type: 'application/pdf' }))
    return data
  })()`)
  await desk.body.dispatchEvent('dragover', { dataTransfer, bubbles: true })
  await desk.body.dispatchEvent('drop', { dataTransfer, bubbles: true })
  const label = page.getByRole('textbox', { name: 'Judul lampiran 1' })
  await expect(label).toHaveValue('Surat edaran')
  await desk.waitUntilSaved()
  await desk.body.click()
  await page.keyboard.press('Control+z')
  await expect(label).toBeHidden()
})
