import { readFile } from 'node:fs/promises'
import { findViolations } from './support/axe.ts'
import { expect, openDesk, test } from './support/host.ts'

const AUDIENCE = 'Audiensi'

test('a story is started from a template, filled from the keyboard, refused while a blank is empty, and published', async ({
  host,
  desk,
}) => {
  const { page } = desk
  const { keyboard } = page
  await page.getByRole('button', { name: 'Dari templat' }).click()
  const start = page.getByRole('dialog', { name: 'Mulai artikel' })
  await expect(start.getByRole('menuitem').first()).toHaveText('Artikel kosong')
  await start.getByRole('menuitem', { name: AUDIENCE }).click()
  await expect(desk.headline).toBeFocused()
  await keyboard.type('SMA Rawajaya')
  await keyboard.press('Tab')
  await keyboard.type('Aula KPU')
  await keyboard.press('Tab')
  await keyboard.type('13/11/2025')
  await keyboard.press('Tab')
  await keyboard.type('Siswa bertanya tentang pemilih pemula.')
  await keyboard.press('Tab')
  await desk.waitUntilSaved()
  await expect(desk.headline).toHaveValue('KPU Kota Tirtasari Terima Audiensi SMA Rawajaya')
  await expect(desk.body).toContainText('menerima audiensi SMA Rawajaya di Aula KPU, Kamis (13/11).')
  await desk.approve()
  await expect(
    desk.status.getByText(/masih punya 1 isian kosong, mulai dari \{\{tindak lanjut\}\}/),
  ).toBeVisible()
  await desk.body.getByRole('group', { name: 'Isian: tindak lanjut' }).click()
  await keyboard.type('KPU akan datang ke sekolah.')
  await keyboard.press('Enter')
  await desk.waitUntilSaved()
  await desk.approve()
  await desk.publish()
  await expect(desk.list.getByRole('option', { name: /SMA Rawajaya/ })).toContainText('Terbit')
  const { drafts } = await host.ask<{ drafts: { id: string }[] }>('list', '--query', '"pemilih pemula"')
  const { story } = await host.ask<{ story: { blocks: { text: string }[] } }>('show', drafts[0]?.id ?? '')
  expect(story.blocks.map(({ text }) => text)).toEqual([
    'KPU Kota Tirtasari menerima audiensi SMA Rawajaya di Aula KPU, Kamis (13/11).',
    'Siswa bertanya tentang pemilih pemula.',
    'KPU akan datang ke sekolah.',
  ])
})

test('what a blank was filled with is offered the next time, from the keyboard alone', async ({ desk }) => {
  const { page } = desk
  const startAudience = async () => {
    await page.keyboard.press('Alt+Shift+N')
    await page.getByRole('dialog', { name: 'Mulai artikel' }).getByRole('menuitem').first().waitFor()
    await page.keyboard.type('aud')
    await page.keyboard.press('Enter')
    await expect(desk.headline).toBeFocused()
  }
  await startAudience()
  await page.keyboard.type('SMA Rawajaya')
  await page.keyboard.press('Tab')
  await desk.waitUntilSaved()
  await startAudience()
  await expect(page.getByRole('option', { name: 'SMA Rawajaya', exact: true })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(desk.headline).toHaveValue('KPU Kota Tirtasari Terima Audiensi SMA Rawajaya')
})

test('templates are made, changed, copied, taken out and put back, and go to another office and come from one', async ({
  desk,
}) => {
  const { page } = desk
  await page.getByRole('button', { name: 'Dari templat' }).click()
  await page.getByRole('menuitem', { name: 'Kelola templat…' }).click()
  const region = page.getByRole('region', { name: 'Templat' })
  const rows = region.getByRole('listitem')
  await expect(rows).toHaveCount(6)

  await region.getByRole('button', { name: 'Templat baru' }).click()
  await region.getByRole('button', { name: 'Simpan templat' }).click()
  await expect(region.getByText('Beri nama templat ini.')).toBeVisible()
  await region.getByRole('textbox', { name: 'Nama templat' }).fill('Apel pagi')
  await region.getByRole('textbox', { name: 'Pola judul' }).fill('Apel {{hari}}')
  await region.getByRole('textbox', { name: 'Isi', exact: true }).fill('Apel digelar {{hari}} di {{sesi}}.')
  await region.getByRole('combobox', { name: 'hari' }).selectOption('Tanggal: Jumat (17/10)')
  await region.getByRole('combobox', { name: 'sesi' }).selectOption('Pilihan')
  await region.getByRole('textbox', { name: 'Pilihan untuk sesi' }).fill('halaman; aula')
  await region.getByRole('button', { name: 'Simpan templat' }).click()
  await expect(rows).toHaveCount(7)

  await region.getByRole('button', { name: 'Ubah Apel pagi' }).click()
  await expect(region.getByRole('combobox', { name: 'hari' })).toHaveValue('date-lede')
  await region.getByRole('textbox', { name: 'Nama templat' }).fill('Apel')
  await region.getByRole('button', { name: 'Simpan templat' }).click()
  await region.getByRole('button', { name: 'Salin Apel', exact: true }).click()
  await expect(rows.last()).toContainText('Apel (salinan)')

  await region.getByRole('button', { name: 'Hapus Audiensi' }).click()
  await expect(rows).toHaveCount(7)
  await desk.status.getByRole('button', { name: 'Urungkan' }).click()
  await expect(rows.nth(1)).toContainText('Audiensi')

  const downloading = page.waitForEvent('download')
  await region.getByRole('button', { name: 'Ekspor Apel', exact: true }).click()
  const file = await (await downloading).path()
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
    redaksi: 'templates',
    templates: [
      { name: 'Apel', blanks: [{ label: 'hari' }, { label: 'sesi', choices: ['halaman', 'aula'] }] },
    ],
  })
  await region.getByRole('button', { name: 'Hapus Apel', exact: true }).click()
  await expect(rows).toHaveCount(7)
  await region.locator('input[type=file]').setInputFiles(file)
  await expect(rows).toHaveCount(8)
  await expect(rows.last()).toContainText('Apel')
})

test('an edition of a series goes on where the one before left off', async ({ desk }) => {
  const { page } = desk
  const startStudy = async () => {
    await page.keyboard.press('Alt+Shift+N')
    await page.getByRole('menuitem', { name: 'Kajian rutin' }).click()
    await expect(desk.headline).toHaveValue(/\{\{pokok kajian\}\}/)
  }
  await desk.list.getByRole('option').first().waitFor()
  await startStudy()
  await desk.write(' Terbuka untuk umum.')
  await desk.waitUntilSaved()
  await startStudy()
  await expect(desk.body).toContainText('seluruh pegawai KPU Kota Tirtasari. Terbuka untuk umum.')
})

test('templates and the way to them in English', async ({ host, page }) => {
  await openDesk(page, host, 'locale=en')
  await page.getByRole('button', { name: 'From a template' }).click()
  await page.getByRole('menuitem', { name: 'Manage templates…' }).click()
  await expect(page.getByRole('region', { name: 'Templates' })).toBeVisible()
  await page.getByRole('button', { name: 'Edit Audiensi' }).click()
  await expect(page.getByRole('group', { name: 'Blanks' }).getByRole('combobox')).toHaveCount(5)
})

test('somebody who is not in the staff directory is added from the credit form, with two photographers, and both come back in the next story', async ({
  desk,
  host,
}) => {
  const { page } = desk
  const { keyboard } = page
  await desk.startDraft('Rapat Pertama')
  await page.getByRole('button', { name: 'Tambah baris kredit' }).click()
  const form = page.getByRole('dialog', { name: 'Baris kredit' })
  await expect(form.getByRole('combobox', { name: 'Penulis' })).toBeFocused()
  await keyboard.type('tik')
  await keyboard.press('Tab')
  await expect(form.getByRole('button', { name: 'Tambah tik ke daftar staf' })).toBeFocused()
  await keyboard.press('Enter')
  await expect(form.getByRole('textbox', { name: 'Nama lengkap' })).toBeFocused()
  await keyboard.type('Tika Ramadhani')
  await keyboard.press('Enter')
  await expect(form.getByText('Tika Ramadhani').first()).toBeVisible()
  await expect(form.getByRole('combobox', { name: 'Penulis' })).toBeFocused()
  await keyboard.press('Tab')
  await keyboard.type('ed')
  await keyboard.press('Tab')
  await keyboard.type('bgs, tik')
  await keyboard.press('Enter')
  await expect(form).toBeHidden()
  await desk.waitUntilSaved()
  await page.getByRole('button', { name: 'Artikel baru' }).click()
  await expect(desk.headline).toHaveValue('')
  await expect(page.getByRole('group', { name: 'Baris kredit' })).toHaveText(
    '(tik/ed. Foto: bgs, tik/KPU Kota Tirtasari)',
  )
  const { drafts } = await host.ask<{ drafts: { id: string }[] }>('list')
  expect(await host.ask('show', drafts[0]?.id ?? '')).toMatchObject({
    story: { credit: { writers: ['tik'], editors: ['ed'], photo: { by: ['bgs', 'tik'] } } },
  })
})

test('templates and details have no accessibility violation, in light and dark', async ({ host, page }) => {
  const found: string[] = []
  // What floats stands outside the landmarks, with a hidden button to dismiss it: that is how it is read aloud.
  const check = async (screen: string, without: string[] = []) => {
    found.push(...(await findViolations(page, { without })).map((violation) => `${screen}: ${violation}`))
  }
  const desk = await openDesk(page, host, 'theme=light')
  await desk.open('Arsip Pemilu Ditata Ulang')
  await page.getByRole('tab', { name: 'Rincian' }).click()
  await page.getByRole('textbox', { name: 'Ringkasan' }).waitFor()
  await check('details')
  await page.getByRole('button', { name: 'Dari templat' }).click()
  await page.getByRole('menuitem', { name: 'Kelola templat…' }).waitFor()
  await check('start', ['region'])
  await page.getByRole('menuitem', { name: 'Kelola templat…' }).click()
  await page.getByRole('button', { name: 'Ubah Audiensi' }).waitFor()
  await check('templates')
  await page.getByRole('button', { name: 'Ubah Audiensi' }).click()
  await page.getByRole('textbox', { name: 'Pola judul' }).waitFor()
  await check('template')
  expect(found).toEqual([])
})
