import { expect, test } from './support/host.ts'

interface Shown {
  readonly story: {
    readonly slug: string
    readonly excerpt: string
    readonly tags: readonly string[]
    readonly event: unknown
  }
}

test('details are saved and undone as the text is, and the address follows the headline until it is changed', async ({
  desk,
  host,
}) => {
  const { page } = desk
  await desk.startDraft('Rapat Persiapan')
  await page.getByRole('tab', { name: 'Rincian' }).click()
  const slug = page.getByRole('textbox', { name: 'Alamat (slug)' })
  await expect(slug).toHaveValue('rapat-persiapan')
  await page.getByRole('textbox', { name: 'Ringkasan' }).fill('Rapat digelar di aula.')
  await page.getByRole('textbox', { name: 'Tag' }).fill('Rapat, Tahapan, Rapat')
  await page.getByLabel('Tanggal kejadian').fill('2025-11-13')
  await expect(page.getByText('Kamis, 13 November 2025')).toBeVisible()
  await slug.fill('rapat Pertama!')
  await desk.headline.fill('Rapat Lain')
  await expect(slug).toHaveValue('rapat-pertama')
  await desk.waitUntilSaved()
  const { drafts } = await host.ask<{ drafts: { id: string }[] }>('list')
  const read = async () => (await host.ask<Shown>('show', drafts[0]?.id ?? '')).story
  expect(await read()).toMatchObject({
    slug: 'rapat-pertama',
    excerpt: 'Rapat digelar di aula.',
    tags: ['Rapat', 'Tahapan'],
    event: { date: '2025-11-13', year: 'stated' },
  })
  await desk.body.click()
  while ((await slug.inputValue()) !== 'rapat-persiapan') await page.keyboard.press('Control+z')
  await desk.waitUntilSaved()
  expect(await read()).toMatchObject({ slug: 'rapat-persiapan' })
})

test('an address that another story has is told at once, refused at the sign-off, and mended with one press', async ({
  desk,
}) => {
  const { page } = desk
  await desk.startDraft('Rapat Sama')
  await desk.write('Isi.')
  await desk.waitUntilSaved()
  await desk.startDraft('Rapat Sama')
  await desk.write('Isi.')
  await desk.waitUntilSaved()
  await page.getByRole('tab', { name: 'Rincian' }).click()
  await expect(page.getByText('Alamat ini sudah dipakai artikel lain.')).toBeVisible()
  await desk.approve()
  await expect(desk.status.getByText(/^Alamat “rapat-sama” sudah dipakai/)).toBeVisible()
  await page.getByRole('button', { name: 'Pakai rapat-sama-2' }).click()
  await desk.waitUntilSaved()
  await desk.approve()
  await expect(page.getByRole('button', { name: 'Terbitkan', exact: true, disabled: false })).toBeVisible()
})

test('a story’s category is chosen from the office’s list, which grows here, and readers find the story by it', async ({
  desk,
}) => {
  const { page } = desk
  await desk.open('Pelajar SMK Bina Karya')
  await page.getByRole('tab', { name: 'Rincian' }).click()
  await page.getByRole('button', { name: 'Ubah daftar kategori…' }).click()
  const list = page.getByRole('textbox', { name: 'Kategori kantor' })
  await list.fill('Kegiatan\nkegiatan')
  await page.getByRole('button', { name: 'Simpan kategori' }).click()
  await expect(page.getByText('“kegiatan” sudah ada di daftar ini.')).toBeVisible()
  await list.fill('Kegiatan\nKunjungan Pelajar')
  await page.getByRole('button', { name: 'Simpan kategori' }).click()
  await page.getByText('Kunjungan Pelajar', { exact: true }).click()
  await expect(page.getByRole('checkbox', { name: 'Kunjungan Pelajar' })).toBeChecked()
  await desk.waitUntilSaved()
  await desk.approve()
  await desk.publish()
  await page.getByRole('tab', { name: 'Terbit' }).click()
  const reader = await desk.openPublished()
  await reader.getByRole('link', { name: 'Kunjungan Pelajar' }).click()
  await expect(reader.getByRole('heading', { name: 'Kategori: Kunjungan Pelajar' })).toBeVisible()
  await expect(reader.getByRole('link', { name: /^Pelajar SMK Bina Karya/ })).toBeVisible()
})
