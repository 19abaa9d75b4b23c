import { findViolations } from './support/axe.ts'
import { expect, openDesk, test } from './support/host.ts'

const SAMPLE = 'Arsip Pemilu Ditata Ulang'

test('no screen has an accessibility violation, in light and dark', async ({ host, page }) => {
  const found: string[] = []
  // What floats stands outside the landmarks, with a hidden button to dismiss it: that is how it is read aloud.
  const check = async (screen: string, without: string[] = []) => {
    found.push(...(await findViolations(page, { without })).map((violation) => `${screen}: ${violation}`))
  }
  const desk = await openDesk(page, host, 'theme=light')
  await check('welcome')
  await desk.open(SAMPLE)
  await desk.waitUntilSaved()
  await check('writing')
  await page.getByRole('tab', { name: 'Riwayat' }).click()
  await page.getByRole('option', { name: /revisi 1/ }).click()
  await page.getByRole('button', { name: 'Ekspor' }).waitFor()
  await check('history')
  await page.getByRole('button', { name: 'Setujui', exact: true }).click()
  await page.getByRole('radio').first().waitFor()
  await check('approve', ['region'])
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+K')
  await page.getByRole('dialog', { name: 'Palet perintah' }).getByRole('menuitem').first().waitFor()
  // Its list is scrolled by the arrow keys of the field above it, which keeps the focus.
  await check('palette', ['region', 'scrollable-region-focusable'])
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+K')
  await page.keyboard.type('>serahkan')
  await page.getByRole('menuitem').first().click()
  await page.getByRole('button', { name: 'Simpan berkas' }).waitFor()
  await check('hand over', ['region'])
  await page.keyboard.press('Escape')
  await page.keyboard.press('F1')
  await page.getByRole('dialog', { name: 'Pintasan papan ketik' }).waitFor()
  await check('shortcuts', ['region'])
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^Antrean terbit/ }).click()
  await page.getByRole('region', { name: 'Antrean terbit' }).waitFor()
  await check('outbox')
  await page.keyboard.press('Control+K')
  await page.keyboard.type('>arsip terbit')
  await page.getByRole('menuitem').first().click()
  await page.getByText(/^Belum ada yang terbit/).waitFor()
  await check('archive')
  await page.getByRole('button', { name: 'Kembali ke artikel' }).click()
  await page.getByRole('button', { name: 'Saring', exact: true }).click()
  await page.getByRole('dialog', { name: 'Saring' }).waitFor()
  await check('filters', ['region'])
  await page.keyboard.press('Escape')
  await desk.list.focus()
  await page.keyboard.press('Control+A')
  await page.getByRole('group', { name: 'Artikel yang dipilih' }).waitFor()
  await check('several marked')
  await page.keyboard.press('Delete')
  await desk.status.getByText(/dibuang ke sampah/).waitFor()
  await page.getByRole('radio', { name: 'Sampah' }).click()
  await page.getByRole('button', { name: 'Kosongkan…' }).click()
  await page.getByRole('alertdialog').waitFor()
  await check('delete for good', ['region'])
  await page.keyboard.press('Escape')
  await check('trash')
  await desk.search.fill('zzzz')
  await page.getByText('Tidak ada hasil').waitFor()
  await check('nothing found')
  expect(found).toEqual([])
  // A fault of one theme alone is found in it, whichever is shown.
  await page.evaluate(`{
    const text = document.createElement('p')
    text.textContent = 'Pudar'
    text.style.color = 'light-dark(#000, #222)'
    document.querySelector('main').prepend(text)
  }`)
  expect((await findViolations(page)).filter((line) => line.startsWith('in the other theme'))).toHaveLength(1)
})

test('the whole desk is in English when it is asked to be', async ({ host, page }) => {
  const desk = await openDesk(page, host, 'locale=en')
  await desk.open(SAMPLE)
  await expect(desk.status.getByText('Saved', { exact: true })).toBeVisible()
  for (const name of ['New article', 'Export', 'Approve', 'Publish']) {
    await expect(page.getByRole('button', { name, exact: true })).toBeVisible()
  }
  await expect(page.getByRole('tab', { name: 'History' })).toBeVisible()
})
