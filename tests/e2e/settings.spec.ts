import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { findViolations } from './support/axe.ts'
import { expect, openDesk, test } from './support/host.ts'

test('the settings are reached from a button and from the keyboard, and lead back to the story', async ({
  desk,
}) => {
  const { page } = desk
  await desk.open('Arsip Pemilu Ditata Ulang')
  await desk.write(' Selesai.')
  await page.keyboard.press('Control+,')
  const settings = page.getByRole('region', { name: 'Setelan' })
  await expect(settings.locator('[aria-current=page]')).toBeFocused()
  await expect(desk.list).toBeHidden()
  await settings.getByRole('button', { name: 'Tampilan' }).click()
  await settings.getByText('Gelap', { exact: true }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await settings.getByRole('button', { name: 'Kembali ke artikel' }).click()
  await expect(desk.body).toContainText('Selesai.')
  await desk.waitUntilSaved()
  await page.getByRole('button', { name: 'Setelan' }).click()
  // The section that was shown last.
  await expect(settings.getByRole('radio', { name: 'Gelap' })).toBeChecked()
  await settings.getByRole('button', { name: 'Templat' }).click()
  await settings.getByRole('button', { name: 'Buka halaman templat' }).click()
  await expect(page.getByRole('region', { name: 'Templat' })).toBeVisible()
})

test('what was just typed is there after each page that stood in the place of the story, and is written on from', async ({
  desk,
}) => {
  const { page } = desk
  await desk.open('Arsip Pemilu Ditata Ulang')
  await desk.write(' Satu')
  // Without a pause: nothing of it is on the disk yet.
  await page.keyboard.press('Control+,')
  await page.getByRole('region', { name: 'Setelan' }).waitFor()
  await page.keyboard.press('Control+,')
  await desk.write(' dua')
  await page.keyboard.press('Control+Shift+O')
  await page.getByRole('region', { name: 'Antrean terbit' }).waitFor()
  await page.keyboard.press('Control+Shift+O')
  await expect(desk.body).toContainText(' Satu dua')
  await desk.body.press('Control+z')
  await expect(desk.body).not.toContainText(' Satu dua')
  await desk.write(' tiga')
  await desk.waitUntilSaved()
  await page.reload()
  await expect(desk.body).toContainText(' Satu tiga')
})

test('the language is changed in the settings', async ({ desk }) => {
  const { page } = desk
  await page.keyboard.press('Control+,')
  await page.getByRole('button', { name: 'Bahasa' }).click()
  await page.getByText('English', { exact: true }).click()
  await page.getByRole('button', { name: 'New article' }).waitFor()
  await page.getByRole('button', { name: 'Settings' }).click()
  await expect(page.getByRole('region', { name: 'Settings' })).toBeVisible()
})

test('an office is described, with live samples; what cannot be read back is refused with the reason, and undone in one step', async ({
  desk,
}) => {
  const { page } = desk
  await openSection(page, 'Kantor')
  const sample = page.getByRole('complementary', { name: 'Contoh langsung' })
  await expect(sample).toContainText('Tirtasari, kota-tirtasari.kpu.go.id - KPU Kota Tirtasari menerima')
  const pattern = page.getByRole('textbox', { name: 'Pola baris tanggal' })
  await pattern.fill('{place} ({site}) — ')
  await expect(sample).toContainText('Tirtasari (kota-tirtasari.kpu.go.id) — KPU')
  await expect(sample.getByRole('status')).toHaveText('Terbaca kembali dengan benar.')
  await pattern.fill('{place}{site}')
  await expect(page.getByText(/^Beri tanda di depan \{site\}/).first()).toBeVisible()
  await page.getByRole('button', { name: 'Simpan', exact: true }).click()
  await expect(page.getByText('Belum disimpan.')).toBeVisible()
  await pattern.fill('{place} ({site}) — ')
  await page.getByRole('button', { name: 'Tambah tempat' }).click()
  await page.getByRole('textbox', { name: 'Tempat', exact: true }).last().fill('Rawajaya')
  await page.getByRole('textbox', { name: 'Situs', exact: true }).last().fill('rawajaya')
  await expect(
    page.getByText('Baris ini tidak terbaca kembali: Rawajaya (rawajaya) — ').first(),
  ).toBeVisible()
  await page.getByRole('textbox', { name: 'Situs', exact: true }).last().fill('rawajaya.kpu.go.id')

  // Nothing is lost by looking at something else meanwhile.
  await page.getByRole('button', { name: 'Kembali ke artikel' }).click()
  await desk.startDraft('Rapat')
  await page.keyboard.press('Control+,')
  await expect(pattern).toHaveValue('{place} ({site}) — ')
  await page.getByRole('button', { name: 'Simpan', exact: true }).click()
  await expect(page.getByText('Belum disimpan.')).toBeHidden()
  await desk.status.getByRole('button', { name: 'Urungkan' }).click()
  await expect(pattern).toHaveValue('{place}, {site} - ')
})

test('what was changed by hand meanwhile is said, and neither text is lost', async ({ desk, host }) => {
  const { page } = desk
  const file = join(host.library, 'house.json')
  await openSection(page, 'Kantor')
  const short = page.getByRole('textbox', { name: 'Nama pendek' })
  await short.fill('KPU Tirtasari')
  const house = JSON.parse(await readFile(file, 'utf8')) as { organisation: object }
  const byHand = { ...house.organisation, short: 'KPU Kota Baru' }
  await writeFile(file, JSON.stringify({ ...house, organisation: byHand }))
  await page.getByRole('button', { name: 'Simpan', exact: true }).click()
  await expect(page.getByText(/^Bagian ini diubah di tempat lain/)).toBeVisible()
  await expect(short).toHaveValue('KPU Tirtasari')
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ organisation: byHand })
  await page.getByRole('button', { name: 'Pakai yang terbaru' }).click()
  await expect(short).toHaveValue('KPU Kota Baru')
})

test('the staff are added, changed, put in order, taken from a spreadsheet, and leave', async ({
  desk,
  host,
}) => {
  const { page } = desk
  await openSection(page, 'Staf')
  const rows = page.getByRole('list', { name: 'Staf' }).getByRole('listitem')
  await expect(rows).toHaveCount(4)
  await page.getByRole('button', { name: 'Tambah orang' }).click()
  await page.keyboard.type('nrl')
  await expect(page.getByText('Inisial ini sudah dipakai Nurlaila Rahmi.')).toBeVisible()
  await page.getByRole('textbox', { name: 'Inisial' }).fill('tik')
  await page.getByRole('textbox', { name: 'Nama lengkap' }).fill('Tika Ramadhani')
  await page.getByText('redaktur', { exact: true }).click()
  await page.keyboard.press('Enter')
  await expect(rows.last()).toContainText('Tika Ramadhanipenulis, redaktur')
  await page.getByRole('button', { name: 'Naikkan Tika Ramadhani' }).click()
  await expect(rows.nth(3)).toContainText('Tika')

  await page.getByRole('button', { name: 'Tandai Bagus Santosa keluar' }).click()
  await expect(rows.nth(1)).toContainText(/sampai \d+ \w+ \d{4}/)
  await page.getByRole('button', { name: 'Hapus Ratih Wulandari' }).click()
  await expect(rows).toHaveCount(4)
  await desk.status.getByRole('button', { name: 'Urungkan' }).click()
  await expect(rows.nth(2)).toContainText('Ratih Wulandari')

  await page.getByRole('button', { name: 'Tempel dari lembar kerja' }).click()
  await page
    .getByRole('textbox', { name: 'Baris dari lembar kerja' })
    .fill('Inisial\tNama\tTugas\nwid\tWidya Sari\tfotografer\nnrl\tNuraini\tpenulis')
  await expect(page.getByText('Baris 3 dilewati. Inisial ini sudah dipakai Nurlaila Rahmi.')).toBeVisible()
  await page.getByRole('button', { name: 'Tambahkan 1 orang' }).click()
  await expect(rows).toHaveCount(6)
  const house = JSON.parse(await readFile(join(host.library, 'house.json'), 'utf8')) as {
    staff: { initials: string }[]
  }
  expect(house.staff.map(({ initials }) => initials)).toEqual(['nrl', 'bgs', 'rw', 'tik', 'ed', 'wid'])
})

test('house words are kept in the profile', async ({ desk, host }) => {
  const { page } = desk
  await openSection(page, 'Kosakata')
  await page.getByRole('button', { name: 'Tambah kata' }).click()
  await page.getByRole('textbox', { name: 'Tulis' }).last().fill('daring')
  await page.getByRole('button', { name: 'Simpan', exact: true }).click()
  await expect(page.getByText('Isi bagian ini.')).toBeVisible()
  await page.getByRole('textbox', { name: 'Bukan' }).last().fill('online; on line')
  await page.getByRole('button', { name: 'Simpan', exact: true }).click()
  await expect(page.getByText('Belum disimpan.')).toBeHidden()
  expect(JSON.parse(await readFile(join(host.library, 'house.json'), 'utf8'))).toMatchObject({
    terms: { prefer: { Pilkada: ['pilkada'], daring: ['online', 'on line'] } },
  })
})

test('who writes at this machine is said once, and stands in the corner, in new stories, in history and in approvals', async ({
  desk,
  host,
}) => {
  const { page } = desk
  await desk.status.getByRole('button', { name: 'Siapa saya' }).click()
  await page.getByText('Ratih Wulandari').click()
  await expect(desk.status.getByRole('button', { name: 'Siapa saya: rw' })).toHaveText('rw')
  await page.getByRole('button', { name: 'Kembali ke artikel' }).click()
  await desk.startDraft('Rapat Rutin')
  await desk.write('Rapat digelar di aula.')
  await expect(page.getByRole('group', { name: 'Baris kredit' })).toHaveText('(rw/ed)')
  await desk.waitUntilSaved()
  await page.getByRole('button', { name: 'Setujui', exact: true }).click()
  await expect(page.getByRole('radio', { name: /Ratih Wulandari/ })).toBeChecked()
  await page.getByRole('button', { name: /^Setujui revisi/ }).click()
  await page.getByRole('tab', { name: 'Riwayat' }).click()
  await expect(page.getByRole('tabpanel', { name: 'Riwayat' })).toContainText('rw')
  // It is this machine's: another start remembers it.
  await host.kill()
  await host.start()
  const again = await openDesk(page, host)
  await expect(again.status.getByRole('button', { name: 'Siapa saya: rw' })).toBeVisible()
})

async function openSection(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+,')
  const sections = page.getByRole('navigation', { name: 'Bagian setelan' })
  await sections.getByRole('button', { name, exact: true }).click()
  await page.getByRole('heading', { name, level: 1 }).waitFor()
}

const SECTIONS = ['Siapa saya', 'Kantor', 'Staf', 'Templat', 'Kategori', 'Kosakata', 'Tampilan', 'Bahasa']

test('no section of the settings has an accessibility violation, in light and dark', async ({
  host,
  page,
}) => {
  await openDesk(page, host, 'theme=light')
  await page.keyboard.press('Control+,')
  const found: string[] = []
  const sections = page.getByRole('navigation', { name: 'Bagian setelan' })
  for (const section of SECTIONS) {
    await sections.getByRole('button', { name: section, exact: true }).click()
    await page.getByRole('heading', { name: section, level: 1 }).waitFor()
    found.push(...(await findViolations(page)).map((violation) => `${section}: ${violation}`))
  }
  expect(found).toEqual([])
})
