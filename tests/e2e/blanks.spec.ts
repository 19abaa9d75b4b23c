import { paragraphs, type EditorPage } from './editor-harness/editor-page.ts'
import { expect, test } from './editor-harness/test.ts'

/** Blanks of a template in the editor alone, from the keyboard. */

const STORY = {
  headline: 'KPU Terima {{lembaga}} Lagi',
  blocks: paragraphs('Audiensi {{lembaga}} di {{tempat}}, {{hari dan tanggal}}.', 'Tanpa isian.', '{{isi}}'),
}
const TEMPLATE = '&template=audiensi'
const readUses = (editor: EditorPage) => editor.page.evaluate<unknown>('window.harness.uses')
const list = (editor: EditorPage) => editor.page.getByRole('listbox')

test('Tab goes from blank to blank, typing fills them and their namesakes, and the last one lets it out', async ({
  editor,
}) => {
  const { keyboard } = editor.page
  await editor.open(STORY, TEMPLATE)
  await editor.headline.focus()
  await keyboard.press('Control+Home')
  await keyboard.press('Tab')
  await keyboard.type('SMA Rawajaya')
  await keyboard.press('Tab')
  await expect(editor.headline).toHaveValue('KPU Terima SMA Rawajaya Lagi')
  await expect(editor.body).toBeFocused()
  await keyboard.type('Aula')
  await keyboard.press('Tab')
  await keyboard.type('13/11')
  await keyboard.press('Tab')
  await keyboard.type('Isi berita.')
  await keyboard.press('Tab')
  await expect(editor.credit).toBeFocused()
  expect(await editor.readTexts()).toEqual([
    'p Audiensi SMA Rawajaya di Aula, Kamis (13/11).',
    'p Tanpa isian.',
    'p Isi berita.',
  ])
  expect((await editor.readStory()).blocks.map(({ id }) => id)).toEqual(STORY.blocks.map(({ id }) => id))
  expect(await readUses(editor)).toEqual(
    [
      ['lembaga', 'SMA Rawajaya'],
      ['tempat', 'Aula'],
      ['hari dan tanggal', 'Kamis (13/11)'],
      ['isi', 'Isi berita.'],
    ].map(([label, value]) => ({ values: [{ label, value }] })),
  )
})

test('each blank is one step to undo, in the text and in the headline', async ({ editor }) => {
  const { keyboard } = editor.page
  await editor.open(STORY, TEMPLATE)
  await editor.headline.focus()
  await keyboard.press('Control+Home')
  await keyboard.press('Tab')
  await keyboard.type('SMA')
  await keyboard.press('Tab')
  await keyboard.type('Aula')
  await keyboard.press('Tab')
  await keyboard.press('Control+z')
  expect((await editor.readTexts())[0]).toBe('p Audiensi SMA di {{tempat}}, {{hari dan tanggal}}.')
  await keyboard.press('Control+z')
  expect(await editor.readStory()).toMatchObject(STORY)
  await keyboard.press('Control+Shift+z')
  await expect(editor.headline).toHaveValue('KPU Terima SMA Lagi')
  expect((await editor.readTexts())[0]).toBe('p Audiensi SMA di {{tempat}}, {{hari dan tanggal}}.')
})

test('Shift Tab goes back, from the text into the headline, and out of it', async ({ editor }) => {
  const { keyboard } = editor.page
  await editor.open(STORY, TEMPLATE)
  await editor.goTo('end')
  for (const label of ['isi', 'hari dan tanggal', 'tempat', 'lembaga']) {
    await keyboard.press('Shift+Tab')
    await expect(editor.body.getByRole('group', { name: `Isian: ${label}` })).toHaveClass(/is-current/)
  }
  await keyboard.press('Shift+Tab')
  await expect(editor.headline).toBeFocused()
  await keyboard.type('SMK')
  await keyboard.press('Enter')
  await expect(editor.headline).toHaveValue('KPU Terima SMK Lagi')
  await keyboard.press('Shift+Tab')
  await expect(editor.headline).not.toBeFocused()
})

test('suggestions come from the house, the day and what was used last, and are chosen with the arrows', async ({
  editor,
}) => {
  const { keyboard } = editor.page
  await editor.open(STORY, TEMPLATE)
  await editor.goTo('start')
  await keyboard.press('Tab')
  await expect(list(editor)).toHaveCount(0)
  await keyboard.press('Tab')
  await expect(list(editor)).toHaveAccessibleName('Saran untuk tempat')
  await expect(list(editor).getByRole('option')).toHaveText([
    'Aula Kelurahan Rawajaya',
    'Pendopo',
    'Tirtasari',
    'Rawajaya',
  ])
  await keyboard.type('raw')
  await expect(list(editor).getByRole('option')).toHaveText(['Aula Kelurahan Rawajaya', 'Rawajaya'])
  await keyboard.press('ArrowDown')
  await expect(list(editor).getByRole('option', { selected: true })).toHaveText('Aula Kelurahan Rawajaya')
  await keyboard.press('Tab')
  await expect(list(editor).getByRole('option').first()).toHaveText('Jumat (14/11)')
  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  expect((await editor.readTexts())[0]).toBe(
    'p Audiensi {{lembaga}} di Aula Kelurahan Rawajaya, Jumat (14/11).',
  )
  await expect(list(editor)).toHaveCount(0)
})

test('a click selects a blank whole, the arrows stop at it, and Escape closes the suggestions', async ({
  editor,
}) => {
  const { keyboard } = editor.page
  await editor.open(STORY, TEMPLATE)
  await editor.body.getByRole('group', { name: 'Isian: tempat' }).click()
  await expect(list(editor)).toBeVisible()
  await keyboard.press('Escape')
  await expect(list(editor)).toHaveCount(0)
  await keyboard.press('ArrowLeft')
  await keyboard.press('ArrowRight')
  await keyboard.press('ArrowRight')
  await keyboard.type('!')
  expect((await editor.readTexts())[0]).toBe('p Audiensi {{lembaga}} di {{tempat}}!, {{hari dan tanggal}}.')
  await keyboard.press('ArrowLeft')
  await keyboard.press('ArrowLeft')
  await keyboard.press('Backspace')
  expect((await editor.readTexts())[0]).toBe('p Audiensi {{lembaga}} di !, {{hari dan tanggal}}.')
})

test('a text pasted into a blank fills it; a blank that is copied stays one', async ({ editor }) => {
  const { keyboard } = editor.page
  await editor.open(STORY, TEMPLATE)
  await editor.body.getByRole('group', { name: 'Isian: lembaga' }).click()
  await editor.paste({ 'text/plain': 'SMA\nRawajaya ', 'text/html': '<b>SMA</b>' })
  await keyboard.press('Tab')
  await expect(editor.headline).toHaveValue('KPU Terima SMA Rawajaya Lagi')
  await keyboard.press('Control+c')
  await editor.goTo('end')
  await keyboard.press('Enter')
  await keyboard.press('Control+v')
  await expect(editor.body.getByRole('group', { name: 'Isian: tempat' })).toHaveCount(2)
  expect((await editor.readTexts()).at(-1)).toBe('p {{tempat}}')
})

test('blanks are right for a screen reader, in light and dark', async ({ editor }) => {
  await editor.open(STORY, `${TEMPLATE}&theme=light`)
  await editor.body.getByRole('group', { name: 'Isian: tempat' }).click()
  await expect(list(editor)).toBeVisible()
  expect(await editor.findFaults()).toEqual([])
})
