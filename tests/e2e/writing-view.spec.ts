import { findViolations } from './support/axe.ts'
import type { DeskPage } from './support/desk-page.ts'
import { expect, openDesk, test } from './support/host.ts'

const SAMPLE = 'Arsip Pemilu Ditata Ulang'
const FULL_INK = 'rgb(26, 26, 30)'

/** How far the caret's line is from the top of the window, in pixels. */
function readCaretTop({ page }: DeskPage): Promise<number> {
  return page.evaluate<number>(`{
    const range = getSelection().getRangeAt(0)
    const [rect = range.startContainer.getBoundingClientRect()] = range.getClientRects()
    Math.round(rect.top)
  }`)
}

test('focus mode leaves nothing but the page, lets the paragraph at the caret stand out, and Escape ends it', async ({
  desk,
}) => {
  const { page, list, body } = desk
  await desk.open(SAMPLE)
  await body.getByText('KPU Kota Tirtasari').first().click()
  await page.keyboard.press('Control+.')
  for (const gone of [list, page.getByRole('toolbar'), page.getByRole('tablist')])
    await expect(gone).toBeHidden()
  const [here, there] = [body.locator('.is-caret'), body.locator('p:not(.is-caret)').first()]
  await expect(here).toHaveCount(1)
  await expect(here).toHaveCSS('color', FULL_INK)
  await expect(there).not.toHaveCSS('color', FULL_INK)
  await page.keyboard.press('Control+End')
  await expect(body.locator('p').last()).toHaveClass(/is-caret/)
  expect(await findViolations(page)).toEqual([])

  await page.reload()
  await desk.headline.waitFor()
  await expect(list).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(list).toBeVisible()
  await page.keyboard.press('Control+.')
  await page.getByRole('button', { name: 'Keluar dari mode fokus' }).click()
  await expect(list).toBeVisible()
})

test('the line that is written stays at one height when that is asked for, in another window too', async ({
  host,
  desk,
  context,
}) => {
  const { page, body } = desk
  await desk.open(SAMPLE)
  await body.click()
  const palette = await desk.openPalette()
  await page.keyboard.type('>ketinggian')
  await expect(palette.getByRole('menuitem')).toHaveCount(1)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(body).toBeFocused()
  await page.keyboard.press('Control+End')
  for (let lines = 0; lines < 3; lines += 1) await page.keyboard.press('Enter')
  await page.keyboard.type('Baris')
  await expect.poll(() => readCaretTop(desk)).toBeGreaterThan(0)
  const box = await page.locator('.editor-scroll').boundingBox()
  const height = Math.round((box?.y ?? 0) + (box?.height ?? 0) * 0.4)
  const isHeld = async () => Math.abs((await readCaretTop(desk)) - height) <= 2
  await expect.poll(isHeld).toBe(true)
  for (const key of ['Enter', 'a', 'ArrowUp', 'Control+Home', 'ArrowDown', 'Control+End']) {
    await page.keyboard.press(key)
    await expect.poll(isHeld).toBe(true)
  }
  if (host.kind !== 'web') return
  const other = await openDesk(await context.newPage(), host)
  await other.open(SAMPLE)
  await expect(other.page.locator('.editor')).toHaveClass(/is-typewriter/)
  await expect(other.list).toBeVisible()
})

test('the text of the page is shown larger and smaller, within bounds, and so the next time', async ({
  desk,
}) => {
  const { page, body, headline } = desk
  await desk.open(SAMPLE)
  await body.click()
  const dateline = page.getByRole('group', { name: 'Baris tanggal' })
  await expect(body).toHaveCSS('font-size', '18px')
  await page.keyboard.press('Control+=')
  await expect(body).toHaveCSS('font-size', '19.8px')
  for (let steps = 0; steps < 9; steps += 1) await page.keyboard.press('Control+=')
  await expect(body).toHaveCSS('font-size', '36px')
  await expect(headline).toHaveCSS('font-size', '60px')
  await page.reload()
  await expect(body).toHaveCSS('font-size', '36px')
  // The lede begins behind its dateline, and not under it.
  await expect(dateline).toBeVisible()
  const spare = await page.locator('.editor-scroll').evaluate((box) => box.scrollWidth - box.clientWidth)
  expect(spare).toBe(0)
  for (let steps = 0; steps < 9; steps += 1) await page.keyboard.press('Control+-')
  await expect(body).toHaveCSS('font-size', '14.4px')
  await page.keyboard.press('Control+0')
  await expect(body).toHaveCSS('font-size', '18px')
})
