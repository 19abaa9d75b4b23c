import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { ROOT } from '../../scripts/lib/pinned-node.mjs'
import { findViolations } from './support/axe.ts'
import type { DeskPage } from './support/desk-page.ts'
import { expect, onlyInWeb, openDesk, test } from './support/host.ts'

/** What a picture of the guide shows: the desk is brought there, and what must be seen is waited for. */
type Scene = (desk: DeskPage, say: Say) => Promise<void>
/** A text of the interface, by its key. */
type Say = (key: string) => string

const GUIDES = [
  { locale: 'id', file: 'panduan.md', folder: 'images/panduan' },
  { locale: 'en', file: 'guide.md', folder: 'images/guide' },
] as const

const STORY = 'Pelajar SMK Bina Karya'

/** The scenes, by the names of their pictures, in the order in which they follow from each other. */
const SCENES: Readonly<Record<string, Scene>> = {
  async meja(desk) {
    await desk.open(STORY)
    await desk.waitUntilSaved()
  },
  async templat({ page }) {
    await page.keyboard.press('Shift+Alt+N')
    await page.getByRole('dialog').getByRole('menuitem').nth(3).waitFor()
  },
  async kredit({ page }, say) {
    await page.keyboard.press('Escape')
    await page
      .getByRole('group', { name: say('editor.credit') })
      .getByRole('button')
      .click()
    await page
      .getByRole('dialog')
      .getByRole('textbox')
      .or(page.getByRole('dialog').getByRole('combobox'))
      .first()
      .waitFor()
  },
  async foto(desk, say) {
    const { page, body } = desk
    await page.keyboard.press('Escape')
    await page.getByRole('tab', { name: say('app.tab.photos'), exact: true }).click()
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: say('photos.add') }).click()
    await (
      await chooser
    ).setFiles({ name: 'kotak-suara.png', mimeType: 'image/png', buffer: await drawPhoto() })
    await page.getByRole('textbox', { name: say('photos.alt') }).fill('Kotak suara di atas meja')
    await page.getByRole('textbox', { name: say('photos.credit') }).fill('bgs/KPU Kota Tirtasari')
    // Its caption is the last that is drawn anew.
    await body.getByText('bgs/KPU Kota Tirtasari').waitFor()
    await desk.waitUntilSaved()
    await body.locator('figure img').scrollIntoViewIfNeeded()
  },
  async riwayat(desk, say) {
    await desk.waitUntilSaved()
    await desk.page.getByRole('tab', { name: say('app.tab.history'), exact: true }).click()
    await desk.page
      .getByRole('option', { name: /revisi|revision/i })
      .first()
      .waitFor()
  },
  async terbit({ page }, say) {
    await page.getByRole('tab', { name: say('app.tab.publish'), exact: true }).click()
    await page.getByRole('button', { name: say('app.approve'), exact: true }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: new RegExp(`^${say('app.approve')}`) })
      .click()
    await page.getByRole('button', { name: say('app.publish'), exact: true, disabled: false }).click()
    await page.getByRole('link', { name: say('publish.panel.open') }).waitFor()
  },
}

for (const { locale, file, folder } of GUIDES) {
  test(`what the guide shows is there, and the guide shows it: ${file}`, async ({ host, page }) => {
    onlyInWeb(host)
    const say = readTexts(locale)
    const text = readFileSync(join(ROOT, 'docs', file), 'utf8')
    const shown = [...text.matchAll(/\]\(([^)]+\.png)\)/g)].map((match) => match[1])
    expect(shown).toEqual(Object.keys(SCENES).map((name) => `${folder}/${name}.png`))
    await page.setViewportSize({ width: 1280, height: 800 })
    const desk = await openDesk(page, host, `theme=light&locale=${locale}`)
    for (const [name, scene] of Object.entries(SCENES)) {
      await scene(desk, say)
      if (process.env['REDAKSI_GUIDE'] === 'write')
        await takePicture(page, join(ROOT, 'docs', folder, `${name}.png`))
    }
    await page.keyboard.press('Shift+F1')
    const help = page.getByRole('region', { name: say('help') })
    const pictures = help.getByRole('img')
    await expect(pictures).toHaveCount(shown.length)
    await pictures.last().scrollIntoViewIfNeeded()
    await expect.poll(() => pictures.last().evaluate((image) => image.naturalWidth)).toBe(1280)
    expect(await findViolations(page)).toEqual([])
    await page.keyboard.type('zzzz')
    await expect(help.getByRole('status')).toHaveText(say('help.nothing'))
    await page.getByRole('searchbox', { name: say('help.search') }).fill('WhatsApp zzzz')
    await expect(help.getByRole('article')).toHaveCount(0)
    await page.getByRole('searchbox', { name: say('help.search') }).fill(say('app.tab.photos'))
    await help.getByRole('button', { name: say('app.tab.photos'), exact: true }).click()
    await expect(help.getByRole('article', { name: say('app.tab.photos') })).toBeFocused()
    await help.getByRole('button', { name: say('app.back') }).click()
    await expect(desk.headline).toBeVisible()
  })
}

/** Few colours are enough for a desk, and make a small file. */
async function takePicture(page: Page, path: string): Promise<void> {
  await page.mouse.move(0, 0)
  await sharp(await page.screenshot())
    .png({ palette: true, effort: 10 })
    .toFile(path)
}

function readTexts(locale: 'id' | 'en'): Say {
  const folder = join(ROOT, 'resources/locales', locale)
  const files = readdirSync(folder).map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')))
  const texts: Readonly<Record<string, string>> = Object.assign({}, ...files)
  return (key) => texts[key] ?? ''
}

/** A ballot box on a table, drawn. */
function drawPhoto(): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800">
    <defs>
      <linearGradient id="wall" y2="1" x2="0"><stop stop-color="#cfd8e3"/><stop offset="1" stop-color="#eef1f5"/></linearGradient>
      <linearGradient id="box" x2="1"><stop stop-color="#d9b38c"/><stop offset="1" stop-color="#b98d5f"/></linearGradient>
    </defs>
    <rect width="1200" height="800" fill="url(#wall)"/>
    <rect y="560" width="1200" height="240" fill="#7b5b43"/>
    <rect y="560" width="1200" height="14" fill="#8f6d52"/>
    <rect x="400" y="280" width="400" height="320" rx="6" fill="url(#box)"/>
    <rect x="380" y="252" width="440" height="44" rx="6" fill="#a87c50"/>
    <rect x="530" y="266" width="140" height="12" rx="6" fill="#3b2b1f"/>
    <path d="M560 130h90l30 30v112H560z" fill="#fff"/>
    <path d="M650 130v30h30z" fill="#d7dbe0"/>
    <path d="M580 180h70M580 205h70M580 230h50" stroke="#8b93a0" stroke-width="8"/>
    <circle cx="600" cy="440" r="60" fill="#3d3589"/>
    <path d="M572 440l20 22 38-42" stroke="#fff" stroke-width="12" fill="none"/>
  </svg>`
  return sharp(Buffer.from(svg)).png().toBuffer()
}
