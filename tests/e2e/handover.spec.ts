import { join } from 'node:path'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import type { Page } from '@playwright/test'
import { digestStory } from '../../src/newsroom/handover/node/digest-story.ts'
import { changeText, remake } from '../support/handover-files.ts'
import { findViolations } from './support/axe.ts'
import type { DeskPage } from './support/desk-page.ts'
import { expect, test as base } from './support/host.ts'

const SAMPLE = 'Arsip Pemilu Ditata Ulang'

/** What another desk says of a story that waits to be published there. */
const WAITING_THERE = {
  ...{ library: '00000000-0000-4000-8000-000000000001', desk: 'KPU Kota Rawajaya', sequence: 0 },
  ...{ shown: [], waiting: ['situs'] },
}

/** With a folder for files on their way. */
const test = base.extend<{ readonly folder: string }>({
  // eslint-disable-next-line no-empty-pattern
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'redaksi-serah-'))
    await use(folder)
    rmSync(folder, { recursive: true, force: true })
  },
})

/** Saves the hand-over file that the dialog offers. */
async function saveOffered(page: Page, path: string): Promise<string> {
  const downloading = page.waitForEvent('download')
  await page.getByRole('dialog').getByRole('button', { name: 'Simpan berkas' }).click()
  await (await downloading).saveAs(path)
  return path
}

async function run(desk: DeskPage, words: string): Promise<void> {
  await desk.openPalette()
  await desk.page.keyboard.type(`>${words}`)
  await desk.page.getByRole('menuitem').first().click()
}

async function openFile(desk: DeskPage, path: string): Promise<void> {
  const choosing = desk.page.waitForEvent('filechooser')
  await run(desk, 'buka berkas serah')
  await (await choosing).setFiles(path)
}

/** Lets a file fall on the window, as a file manager does. */
async function dropFile({ page }: DeskPage, path: string): Promise<void> {
  const encoded = JSON.stringify(readFileSync(path).toString('base64'))
  const dataTransfer = await page.evaluateHandle(`(() => {
    const data = new DataTransfer()
    const bytes = Uint8Array.from(atob(${encoded}), (letter) => letter.charCodeAt(0))
    data.items.add(new File([bytes], 'berita.redaksi'))
    return data
  })()`)
  await page.getByRole('main').dispatchEvent('drop', { dataTransfer, bubbles: true })
}

async function retitle(desk: DeskPage, headline: string): Promise<void> {
  await desk.headline.fill(headline)
  await desk.waitUntilSaved()
}

/** The file of a story of one revision, as a colleague sends it back who has given it another headline. */
function answerFile(file: Uint8Array, headline: string): Promise<Uint8Array> {
  return remake(file, (entries) => {
    const [former, next] = ['history/00000001.json', 'history/00000002.json']
    const later = (value: Record<string, unknown>) => ({
      ...value,
      revision: 2,
      story: { ...Object(value['story']), headline },
    })
    changeText(entries, 'draft.json', later)
    entries.set(next, entries.get(former) ?? new Uint8Array())
    changeText(entries, next, later)
    const { story } = JSON.parse(Buffer.from(entries.get('draft.json') ?? '').toString('utf8'))
    changeText(entries, 'handover.json', (value) => ({
      ...value,
      revision: 2,
      chain: [...Object(value['chain']), { revision: 2, story: digestStory(story) }],
    }))
  })
}

test('a story goes out as a file, and where both sides changed it a person decides when it comes back', async ({
  desk,
  folder,
}) => {
  const { page } = desk
  await desk.open(SAMPLE)
  await page.getByRole('button', { name: 'Lainnya' }).click()
  await page.getByRole('menuitem', { name: 'Serahkan…' }).click()
  const path = await saveOffered(page, join(folder, 'berita.redaksi'))
  await retitle(desk, 'Arsip Ditutup')
  writeFileSync(path, await answerFile(readFileSync(path), 'Arsip Dibuka'))
  const dialog = page.getByRole('dialog', { name: /^Artikel ini diubah di sini dan di/ })
  // What waits for files is fetched once the page is at rest.
  await expect(async () => {
    await dropFile(desk, path)
    await expect(dialog).toBeVisible({ timeout: 3_000 })
  }).toPass()
  await expect(dialog.getByRole('group', { name: /Dibuka/ })).toBeVisible()
  expect(await findViolations(page, { without: ['region'] })).toEqual([])
  await dialog.getByRole('button', { name: /^Pakai yang dari/ }).click()
  await expect(desk.headline).toHaveValue('Arsip Dibuka')
  await desk.status.getByRole('button', { name: 'Urungkan' }).click()
  await expect(desk.headline).toHaveValue('Arsip Ditutup')
})

test('what is no hand-over file is refused, and a story that another desk publishes is not sent twice', async ({
  host,
  desk,
  folder,
}) => {
  const { page } = desk
  const stranger = join(folder, 'catatan.redaksi')
  writeFileSync(stranger, 'Rapat digelar Kamis.')
  await openFile(desk, stranger)
  await expect(page.getByRole('alertdialog')).toContainText('bukan berkas serah terima')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alertdialog')).toHaveCount(0)

  await desk.open(SAMPLE)
  const file = join(folder, 'berita.redaksi')
  const { drafts } = await host.ask<{ drafts: readonly { id: string }[] }>('list', '--query', 'arsip')
  await host.ask('handover', drafts[0]?.id ?? '', '--out', file)
  const made = await remake(readFileSync(file), (entries) =>
    changeText(entries, 'draft.json', (draft) => ({ ...draft, elsewhere: [WAITING_THERE] })),
  )
  writeFileSync(file, made)

  await openFile(desk, file)
  await expect(desk.status.getByText(/sama persis/)).toBeVisible()
  const notice = page.getByRole('region', { name: 'Terbit dari meja lain' })
  await expect(notice).toContainText('situs (menunggu)')
  await desk.approve()
  await desk.publish()
  await expect(desk.status.getByText(/supaya tidak terbit dua kali/)).toBeVisible()
  await notice.getByRole('button', { name: 'Izinkan terbit dari sini juga' }).click()
  await expect(notice).toHaveCount(0)
})
