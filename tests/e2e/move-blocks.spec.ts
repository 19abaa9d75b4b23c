import type { Locator, Page } from '@playwright/test'
import { makePicture } from '../support/pictures.ts'
import type { DeskPage } from './support/desk-page.ts'
import { expect, test } from './support/host.ts'

const SAMPLE = 'Pelajar SMK Bina Karya'

/** The first words of each block, in their order. */
async function readStarts({ body }: DeskPage): Promise<readonly string[]> {
  const texts = await body.locator(':scope > p, :scope > figure, li').allInnerTexts()
  return texts.map((text) => text.trim().split(/\s/)[0] ?? '')
}

/** Takes the block by its handle and lets it go at a height of the window. */
async function drag(page: Page, block: Locator, y: number, steps = 5): Promise<void> {
  await block.scrollIntoViewIfNeeded()
  const box = await block.boundingBox()
  if (box === null) throw new Error('there is no such block')
  await page.mouse.move(box.x + 40, box.y + 10)
  const handle = page.getByRole('button', { name: /^Seret untuk memindahkan blok/ })
  await handle.hover({ timeout: 10_000 })
  await page.mouse.down()
  await page.mouse.move(box.x, y, { steps })
}

test('a block is moved by the keyboard, keeps its id, says where it is, and goes back in one step', async ({
  desk,
  host,
}) => {
  const { page, body } = desk
  await desk.open(SAMPLE)
  expect(await readStarts(desk)).toEqual(['Tiga', 'Pelajar', '“Ternyata'])
  const { drafts } = await host.ask<{ drafts: { id: string }[] }>('list', '--query', 'Bina Karya')
  const readIds = async () => {
    const { story } = await host.ask<{ story: { blocks: { id: string }[] } }>('show', drafts[0]?.id ?? '')
    return story.blocks.map(({ id }) => id)
  }
  const [first, second, third] = await readIds()
  await body.getByText('Pelajar menghitung').click()
  await page.keyboard.press('Shift+Alt+ArrowUp')
  await expect(desk.status.getByText('Blok kini di urutan 1 dari 3.')).toBeVisible()
  expect(await readStarts(desk)).toEqual(['Pelajar', 'Tiga', '“Ternyata'])
  await page.keyboard.type('X')
  await expect(body.locator('p').first()).toContainText('X')
  await desk.waitUntilSaved()
  expect(await readIds()).toEqual([second, first, third])
  await page.keyboard.press('Shift+Alt+ArrowUp')
  await expect(desk.status.getByText('Blok ini sudah paling atas.')).toBeVisible()
  await page.keyboard.press('Control+Z')
  await page.keyboard.press('Control+Z')
  await expect.poll(() => readStarts(desk)).toEqual(['Tiga', 'Pelajar', '“Ternyata'])
})

test('a block is dragged by its handle to where a line shows; photos and items of a list too', async ({
  desk,
}) => {
  const { page, body } = desk
  test.slow()
  await desk.open(SAMPLE)
  await body.getByText('“Ternyata').click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Sisipkan foto' }).click()
  await (
    await chooser
  ).setFiles({ name: 'satu.png', mimeType: 'image/png', buffer: Buffer.from(await makePicture('png')) })
  await expect(body.locator('figure img')).toBeVisible({ timeout: 30_000 })
  await body.locator('p').nth(1).click()
  await page.getByRole('button', { name: 'Daftar', exact: true }).click()
  await expect(body.locator('li')).toHaveCount(1)
  const line = page.locator('.editor-drop-line')
  const texts = body.locator(':scope > p')

  const top = async (block: Locator) => ((await block.boundingBox())?.y ?? 0) + 3
  await drag(page, texts.last(), await top(texts.first()))
  await expect(line).toBeVisible()
  await page.mouse.up()
  await expect(line).toBeHidden()
  expect(await readStarts(desk)).toEqual(['“Ternyata', 'Tiga', 'Pelajar', expect.anything()])

  await drag(page, body.locator('li'), await top(texts.first()))
  await page.mouse.up()
  expect((await readStarts(desk)).slice(0, 3)).toEqual(['Pelajar', '“Ternyata', 'Tiga'])
  await expect(body.locator(':scope > ul > li')).toHaveCount(1)

  await body.locator('figure').scrollIntoViewIfNeeded()
  await drag(page, body.locator('figure'), await top(page.locator('.editor-scroll')), 3)
  // Held at the edge, the text scrolls until its beginning is there.
  await expect(body.locator('li')).toBeInViewport({ ratio: 1 })
  await expect.poll(() => page.locator('.editor-scroll').evaluate((box) => box.scrollTop)).toBe(0)
  await page.mouse.move(600, await top(body.locator('li')))
  await page.mouse.up()
  await expect(body.locator(':scope > :first-child')).toHaveJSProperty('tagName', 'FIGURE')
  await body.click()
  await page.keyboard.press('Control+Z')
  await expect(body.locator(':scope > :first-child')).toHaveJSProperty('tagName', 'UL')

  await drag(page, texts.last(), await top(body.locator('li')))
  await page.keyboard.press('Escape')
  await expect(line).toBeHidden()
  await page.mouse.up()
  await expect(body.locator(':scope > :first-child')).toHaveJSProperty('tagName', 'UL')
})
