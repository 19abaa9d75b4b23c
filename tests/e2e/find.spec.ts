import type { Block } from '../../src/newsroom/story/index.ts'
import { paragraphs, type EditorPage } from './editor-harness/editor-page.ts'
import { expect, test } from './editor-harness/test.ts'

/** Finding and replacing in the open story, with real keys. */

const PHOTO: Block = {
  ...{ id: 'b000000000009' as Block['id'], kind: 'photo', photo: 'f'.repeat(64), alt: 'Aula' },
  runs: [{ text: 'Petugas pemilu di aula' }],
}
const STORY = {
  headline: 'Pemilu di Tirtasari',
  slug: 'pemilu-di-tirtasari',
  blocks: [...paragraphs('Hari pemilu tiba', 'Peserta Pemilu datang'), PHOTO],
}

test('finds in headline, text and caption, goes round by Enter and back into the text by Escape', async ({
  editor,
}) => {
  const { page, field, count, find } = open(editor)
  await editor.open(STORY)
  await editor.goTo('start')
  await find('find')
  await expect(field).toBeFocused()
  await page.keyboard.type('pemilu')
  await expect(count).toHaveText('2 dari 4')
  await page.keyboard.press('Shift+Enter')
  await page.keyboard.press('Shift+Enter')
  await expect(count).toHaveText('4 dari 4')
  expect(await readMarks(editor)).toEqual({ all: ['Pemilu', 'pemilu', 'Pemilu'], current: ['pemilu'] })
  await page.keyboard.press('Alt+C')
  await expect(count).toHaveText('2 dari 2')
  await page.keyboard.press('Escape')
  await expect(editor.body).toBeFocused()
  await page.keyboard.type('pilkada')
  await expect.poll(async () => (await editor.readTexts())[2]).toBe('p Petugas pilkada di aula')
  expect(await readMarks(editor)).toEqual({ all: [], current: [] })
})

test('goes on from the caret by F3 while one writes, and takes up what is selected', async ({ editor }) => {
  const { page, count, find, field } = open(editor)
  await editor.open({ blocks: paragraphs('satu dua', 'dua tiga dua') })
  await editor.goTo('start')
  await page.keyboard.press('Control+ArrowRight')
  await page.keyboard.press('Shift+End')
  await find('find')
  await expect(field).toHaveValue('dua')
  await expect(count).toHaveText('1 dari 3')
  await page.keyboard.press('Escape')
  await find('find')
  await editor.goTo('end')
  await page.keyboard.press('Home')
  await find('next')
  await expect(editor.body).toBeFocused()
  await page.keyboard.type('DUA')
  await find('next')
  await page.keyboard.type('akhir')
  await expect.poll(() => editor.readTexts()).toEqual(['p satu dua', 'p DUA tiga akhir'])
})

test('replaces one and goes on, then all but what is left out, each one step to undo', async ({ editor }) => {
  const { page, field, count, find } = open(editor)
  await editor.open({
    ...STORY,
    blocks: [...paragraphs('Hari pemilu', 'pemilu pemilu'), PHOTO].map((block, i) =>
      i === 0 ? { ...block, runs: [{ text: 'Hari ' }, { text: 'pemilu', bold: true as const }] } : block,
    ),
  })
  const started = await editor.readStory()
  await editor.goTo('start')
  await find('replace')
  await field.fill('pemilu')
  const replacement = page.getByRole('textbox', { name: 'Ganti dengan' })
  await replacement.fill('Pemilu')
  await replacement.press('Enter')
  await expect(count).toHaveText('1 diganti')
  expect((await editor.readStory()).blocks[0]?.runs).toEqual([
    { text: 'Hari ' },
    { text: 'Pemilu', bold: true },
  ])
  await replacement.fill('pilkada')
  await page.getByRole('button', { name: 'Ganti semua…' }).click()
  const list = page.getByRole('region', { name: 'Semua penggantian' })
  await expect(list.getByRole('checkbox')).toHaveCount(5)
  await list.getByRole('checkbox', { name: /Petugas/ }).uncheck()
  await list.getByRole('button', { name: 'Ganti 4' }).press('Enter')
  await expect(count).toHaveText('4 diganti')
  await expect(editor.headline).toHaveValue('pilkada di Tirtasari')
  expect(await editor.readTexts()).toEqual([
    'p Hari pilkada',
    'p pilkada pilkada',
    'p Petugas pemilu di aula',
  ])
  expect(await editor.readStory()).toMatchObject({ slug: 'pilkada-di-tirtasari' })
  await page.keyboard.press('Control+z')
  await expect(editor.headline).toHaveValue('Pemilu di Tirtasari')
  await page.getByRole('button', { name: 'Urungkan' }).first().click()
  await expect.poll(() => editor.readStory()).toEqual(started)
})

test('takes patterns with groups, and refuses kindly what is none or never ends', async ({ editor }) => {
  const { page, field, count, find } = open(editor)
  await editor.open({ headline: '', blocks: paragraphs('Jumat (17/10) dan Sabtu (18/10)', 'a'.repeat(60)) })
  await editor.goTo('start')
  await find('replace')
  await expect(field).toBeFocused()
  await page.keyboard.press('Alt+R')
  await field.fill('(\\d+)/(\\d+')
  await expect(page.getByRole('alert')).toContainText('Ini belum ekspresi reguler yang lengkap')
  await field.fill('(\\d+)/(\\d+)')
  await expect(count).toHaveText('1 dari 2')
  await page.getByRole('textbox', { name: 'Ganti dengan' }).fill('$2-$1')
  await page.getByRole('button', { name: 'Ganti semua…' }).click()
  await page.getByRole('button', { name: 'Ganti 2' }).click()
  await expect.poll(async () => (await editor.readTexts())[0]).toBe('p Jumat (10-17) dan Sabtu (10-18)')
  await field.fill('^(a+)+$b')
  await expect(page.getByRole('alert')).toContainText('terlalu lama, jadi dihentikan')
  // The page has not waited for it.
  await editor.goTo('start')
  await page.keyboard.type('Pada ')
  await expect.poll(async () => (await editor.readTexts())[0]).toBe('p Pada Jumat (10-17) dan Sabtu (10-18)')
})

test('replaces thousands in a story of 20,000 words, and shows where it is', async ({ editor }) => {
  const { page, field, count, find } = open(editor)
  await editor.open({}, '&words=20000&plain')
  await find('replace')
  await field.fill('an')
  await expect(count).toHaveText(/^\d[\d.]* dari \d\.\d{3}$/)
  await page.keyboard.press('Shift+Enter')
  await expect.poll(async () => (await readMarks(editor)).current).toEqual(['an'])
  await page.getByRole('textbox', { name: 'Ganti dengan' }).fill('AN')
  await page.getByRole('button', { name: 'Ganti semua…' }).click()
  await expect(page.getByRole('checkbox')).toHaveCount(100)
  await page.getByRole('button', { name: /^Ganti \d/ }).click()
  await expect(count).toHaveText(/^\d\.\d{3} diganti$/)
  const texts = await editor.readTexts()
  expect(texts.filter((text) => text.includes('an'))).toEqual([])
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await editor.readTexts()).join('').includes('AN')).toBe(false)
})

test('has no accessibility violation, in light and dark', async ({ editor }) => {
  const { page, field, find } = open(editor)
  await editor.open(STORY, '&theme=light')
  await find('replace')
  await field.fill('pemilu')
  await page.getByRole('button', { name: 'Ganti semua…' }).click()
  await page.getByRole('checkbox').first().waitFor()
  expect(await editor.findFaults('region', 'page-has-heading-one', 'landmark-one-main')).toEqual([])
})

function open({ page }: EditorPage) {
  return {
    page,
    field: page.getByRole('textbox', { name: 'Cari di artikel ini' }),
    count: page.getByRole('search').getByRole('status'),
    find: (act: string) => page.evaluate(`window.harness.handle.find('${act}')`),
  }
}

/** What is marked as found, in reading order, and where one is. */
function readMarks({ page }: EditorPage): Promise<{ all: string[]; current: string[] }> {
  return page.evaluate(`(() => {
    const read = (name) => [...(CSS.highlights.get(name) ?? [])].map(String)
    return { all: read('editor-found'), current: read('editor-found-current') }
  })()`)
}
