import { expect, test } from './support/host.ts'

const FIRST = 'Arsip Pemilu Ditata Ulang'
const SECOND = 'Pelajar SMK Bina Karya'

test('on a narrow window the library is a rail beside a story, and opens over it', async ({ desk }) => {
  const { page, list } = desk
  await page.setViewportSize({ width: 1024, height: 700 })
  await desk.open(FIRST)
  await expect(list).toBeHidden()
  const before = await desk.body.boundingBox()
  await page.getByRole('button', { name: 'Buka pustaka' }).click()
  await expect(list).toBeVisible()
  expect(await desk.body.boundingBox()).toEqual(before)
  await page.keyboard.press('Escape')
  await expect(list).toBeHidden()

  await page.keyboard.press('Control+Shift+F')
  await expect(desk.search).toBeFocused()
  await desk.open(SECOND)
  await expect(list).toBeHidden()
  await expect(desk.headline).toHaveValue(new RegExp(`^${SECOND}`))
})

test('the library folds away and comes back, and the story is not wrapped anew', async ({ desk }) => {
  await desk.open(FIRST)
  const before = await desk.body.boundingBox()
  const toggle = desk.page.getByRole('button', { name: 'Tampilkan atau sembunyikan pustaka' })
  await toggle.click()
  await expect(desk.list).toBeHidden()
  expect((await desk.body.boundingBox())?.width).toBe(before?.width)
  await toggle.click()
  await expect(desk.list).toBeVisible()
})

test('nothing in the library is wider than it, at any width', async ({ desk }) => {
  for (const width of [1200, 1280, 1920]) {
    await desk.page.setViewportSize({ width, height: 800 })
    const spare = await desk.page
      .getByRole('region', { name: 'Pustaka' })
      .evaluate((library) => library.clientWidth - library.scrollWidth)
    expect(spare).toBe(0)
  }
})

test('at twice the size, everything is there and can be reached', async ({ desk }) => {
  const { page } = desk
  await page.setViewportSize({ width: 640, height: 400 })
  await desk.open(FIRST)
  for (const name of ['Ekspor', 'Setujui', 'Terbitkan', 'Lainnya', 'Tampilkan atau sembunyikan panel']) {
    await expect(page.getByRole('button', { name, exact: true })).toBeInViewport({ ratio: 1 })
  }
  await desk.write(' Ditulis.')
  await expect(desk.body.locator('p').last()).toBeInViewport()
  const sideways = () =>
    page.evaluate<number>(`Math.max(...[...document.querySelectorAll('html, .page, .editor-scroll, .inspector')]
      .map((part) => part.scrollWidth - part.clientWidth))`)
  expect(await sideways()).toBe(0)

  const panel = page.getByRole('complementary', { name: 'Pemeriksa' })
  await expect(page.getByRole('tab')).toHaveCount(0)
  await page.getByRole('button', { name: 'Tampilkan atau sembunyikan panel' }).click()
  for (const tab of await page.getByRole('tab').all()) {
    await expect(tab).toBeInViewport({ ratio: 1 })
    await tab.click()
    expect(await sideways()).toBe(0)
  }
  await page.keyboard.press('Escape')
  await expect(page.getByRole('tab')).toHaveCount(0)
  await expect(panel).toBeHidden()
  await page.keyboard.press('Control+Shift+H')
  await expect(page.getByRole('tab', { name: 'Riwayat' })).toBeVisible()
  await page.mouse.click(100, 200)
  await expect(page.getByRole('tab')).toHaveCount(0)
  await page.keyboard.press('Control+Shift+L')
  await expect(page.getByRole('complementary', { name: 'Pratinjau' })).toBeInViewport({ ratio: 1 })
  await page.getByRole('button', { name: 'Tutup pratinjau' }).click()
  await page.keyboard.press('Control+K')
  await expect(page.getByRole('dialog', { name: 'Palet perintah' })).toBeInViewport({ ratio: 1 })
})
