import AxeBuilder from '@axe-core/playwright'
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

const SECTIONS = ['Templat', 'Tampilan', 'Bahasa']

for (const theme of ['light', 'dark']) {
  test(`no section of the settings has an accessibility violation, ${theme}`, async ({ host, page }) => {
    await openDesk(page, host, `theme=${theme}`)
    await page.keyboard.press('Control+,')
    const found: string[] = []
    for (const section of SECTIONS) {
      await page.getByRole('button', { name: section, exact: true }).click()
      await page.getByRole('heading', { name: section, level: 1 }).waitFor()
      const { violations } = await new AxeBuilder({ page }).analyze()
      found.push(
        ...violations.map(({ id, nodes }) => `${section}: ${id}: ${nodes.map(({ html }) => html).join(' ')}`),
      )
    }
    expect(found).toEqual([])
  })
}
