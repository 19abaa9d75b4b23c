import { expect, openDesk, test } from './support/host.ts'

const FIRST = 'Arsip Pemilu Ditata Ulang'
const SECOND = 'Pelajar SMK Bina Karya'

test('the palette opens an article by a few letters of it', async ({ desk }) => {
  const { page } = desk
  await desk.open(FIRST)
  await desk.body.click()
  await page.keyboard.press('Control+K')
  const palette = page.getByRole('dialog', { name: 'Palet perintah' })
  await palette.getByRole('searchbox').fill('pelajar')
  await expect(palette.getByRole('menuitem')).toHaveText([new RegExp(`^${SECOND}`)])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(palette).toBeHidden()
  await expect(desk.headline).toHaveValue(new RegExp(`^${SECOND}`))
})

test('the palette runs a command, offers only what can be done, and gives the focus back', async ({
  desk,
}) => {
  const { page } = desk
  await page.keyboard.press('Control+K')
  const palette = page.getByRole('dialog', { name: 'Palet perintah' })
  await expect(palette.getByRole('menuitem', { name: 'Artikel baru' })).toBeVisible()
  await expect(palette.getByRole('menuitem', { name: 'Gandakan artikel' })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await desk.open(FIRST)
  await desk.body.click()
  await page.keyboard.press('Control+K')
  await page.keyboard.press('Escape')
  await expect(desk.body).toBeFocused()

  await page.keyboard.press('Control+K')
  await page.keyboard.type('>ganda')
  await expect(palette.getByRole('menuitem')).toHaveCount(1)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(desk.headline).toHaveValue(/\(salinan\)$/)
  await expect(desk.list.getByRole('option')).toHaveCount(4)
})

test('what is typed right after the palette was called goes into it, and never into the story', async ({
  desk,
}) => {
  await desk.open(FIRST)
  const text = await desk.body.textContent()
  await desk.body.click()
  // In one go, as quick hands do it, before and after the palette was fetched.
  for (let times = 0; times < 3; times += 1) {
    await desk.page.keyboard.press('Control+K')
    await desk.page.keyboard.type('pelajar')
    await desk.page.getByRole('dialog', { name: 'Palet perintah' }).waitFor()
    await desk.page.keyboard.press('Escape')
    await expect(desk.body).toBeFocused()
  }
  await desk.page.keyboard.press('Control+K')
  await desk.page.keyboard.type('pelajar')
  await expect(desk.page.getByRole('dialog').getByRole('searchbox')).toHaveValue('pelajar')
  expect(await desk.body.textContent()).toBe(text)
})

test('every command is on the sheet of keys, in the language of the page', async ({ host, page }) => {
  const desk = await openDesk(page, host, 'locale=en')
  await desk.list.getByRole('option').first().waitFor()
  await page.keyboard.press('F1')
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(sheet.getByRole('term').filter({ hasText: 'Command palette' })).toBeVisible()
  await expect(sheet.getByRole('definition').filter({ hasText: 'Ctrl K' })).toBeVisible()
})

test('Ctrl F looks in the open story, by patterns too, and Ctrl Shift F in the library', async ({ desk }) => {
  const { page } = desk
  const field = page.getByRole('textbox', { name: 'Cari di artikel ini' })
  await page.keyboard.press('Control+F')
  await expect(desk.search).toBeFocused()
  await desk.open(FIRST)
  await desk.body.click()
  await page.keyboard.press('Control+F')
  await expect(field).toBeFocused()
  await page.keyboard.type('(ars)ip')
  await page.keyboard.press('Alt+R')
  await expect(page.getByRole('search').getByRole('status')).toHaveText(/^\d+ dari \d+$/)
  await page.keyboard.press('Control+H')
  await page.getByRole('textbox', { name: 'Ganti dengan' }).fill('$1IP')
  await page.getByRole('button', { name: 'Ganti', exact: true }).last().click()
  await expect(page.getByRole('search').getByRole('status')).toHaveText('1 diganti')
  await page.keyboard.press('Control+Shift+F')
  await expect(desk.search).toBeFocused()
})

test('F6 goes through the parts of the desk, and back to where one was', async ({ desk }) => {
  const { page } = desk
  await desk.open(FIRST)
  await page.getByRole('tab', { name: 'Terbit' }).waitFor()
  await desk.headline.click()
  await page.keyboard.press('F6')
  await expect(page.getByRole('tab', { name: 'Terbit' })).toBeFocused()
  await page.keyboard.press('F6')
  await expect(page.getByRole('button', { name: /^Antrean terbit/ })).toBeFocused()
  await page.keyboard.press('Shift+F6')
  await page.keyboard.press('Shift+F6')
  await expect(desk.headline).toBeFocused()
})

test('the language is switched while a story is open, and the story stays open', async ({ desk }) => {
  await desk.open(FIRST)
  const palette = await desk.openPalette()
  await desk.page.keyboard.type('>english')
  await palette.getByRole('menuitem', { name: 'Speak English' }).click()
  await expect(desk.page.getByRole('button', { name: 'New article' })).toBeVisible()
  await expect(desk.headline).toHaveValue(new RegExp(`^${FIRST}`))
})
