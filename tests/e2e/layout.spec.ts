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
