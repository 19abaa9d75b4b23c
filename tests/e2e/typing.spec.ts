import { paragraphs } from './editor-harness/editor-page.ts'
import { expect, test } from './editor-harness/test.ts'

/** What the editor does for who types: the house's signs, links. */

test('quotation marks become those of the house, in text and headline; undo gives back what was typed', async ({
  editor,
}) => {
  const { keyboard } = editor.page
  await editor.open({ headline: '', blocks: paragraphs('') })
  await editor.goTo('start')
  await keyboard.type('"Jum\'at di https://a.id/?q="x" ya," kata Rina')
  await expect.poll(() => editor.readTexts()).toEqual(['p “Jum’at di https://a.id/?q="x" ya,” kata Rina'])
  await keyboard.type(' "')
  await expect.poll(async () => (await editor.readTexts())[0]).toMatch(/Rina “$/)
  await keyboard.press('Control+z')
  await expect.poll(async () => (await editor.readTexts())[0]).toMatch(/Rina "$/)
  await keyboard.type('lurus')
  await expect.poll(async () => (await editor.readTexts())[0]).toMatch(/Rina "lurus$/)

  await editor.headline.focus()
  await keyboard.type('Acara "Baik"')
  await expect(editor.headline).toHaveValue('Acara “Baik”')
  await keyboard.press('ArrowLeft')
  await keyboard.type('-baik')
  await expect(editor.headline).toHaveValue('Acara “Baik-baik”')
})

test('the form of a link says what is wrong with an address, and offers better ones', async ({ editor }) => {
  const { page } = editor
  await editor.open({ blocks: paragraphs('Lihat ') })
  await editor.goTo('end')
  await page.keyboard.press('Control+Shift+K')
  const address = page.getByRole('textbox', { name: 'Alamat tautan' })
  const words = page.getByRole('textbox', { name: 'Teks yang dibaca' })
  await address.press('Enter')
  await expect(page.getByText('Isi alamat web atau surelnya.')).toBeVisible()
  await address.fill('javascript:alert(1)')
  await expect(page.getByText('Alamat ini menjalankan perintah')).toBeVisible()
  await address.fill('kpu. go.id/jadwal')
  await page.getByRole('button', { name: 'Pakai https://kpu.go.id/jadwal' }).click()
  await expect(address).toHaveValue('https://kpu.go.id/jadwal')
  await address.fill('kpu.go.id/jadwal?utm_source=wa&id=7')
  await expect(page.getByText('Akan menjadi https://kpu.go.id/jadwal?utm_source=wa&id=7')).toBeVisible()
  await page.getByRole('button', { name: 'Buang penandanya' }).click()
  await expect(address).toHaveValue('https://kpu.go.id/jadwal?id=7')
  await expect(page.getByText('Teks ini hanya alamatnya.')).toBeVisible()
  await words.fill('jadwal')
  expect(await editor.findFaults('region', 'page-has-heading-one', 'landmark-one-main')).toEqual([])
  await words.press('Enter')
  const runs = async () => (await editor.readStory()).blocks[0]?.runs
  await expect
    .poll(runs)
    .toEqual([{ text: 'Lihat ' }, { text: 'jadwal', link: 'https://kpu.go.id/jadwal?id=7' }])

  await expect(editor.body).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Control+Shift+K')
  await words.fill('jadwal lengkap')
  await words.press('Enter')
  await expect.poll(async () => (await runs())?.[1]?.text).toBe('jadwal lengkap')
  await page.keyboard.press('Control+Shift+K')
  await page.getByRole('button', { name: 'Lepas tautan' }).click()
  await expect.poll(runs).toEqual([{ text: 'Lihat jadwal lengkap' }])
})
