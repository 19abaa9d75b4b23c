import { DOCS, WEB, WORD } from '../newsroom/editor/ui/clipboard/fixtures.ts'
import { paragraphs } from './editor-harness/editor-page.ts'
import { expect, test } from './editor-harness/test.ts'

/** The editor alone, by its roles and names, with real keys in a real Chromium. */

const THREE = { blocks: paragraphs('satu dua tiga', 'empat lima', 'enam') }

test.describe('the text', () => {
  test('is typed, split and merged, and keeps the ids of its blocks', async ({ editor }) => {
    const { keyboard } = editor.page
    await editor.open(THREE)
    await editor.headline.focus()
    await keyboard.press('Enter')
    await keyboard.type('A ')
    await keyboard.press('Enter')
    expect(await editor.readTexts()).toEqual(['p A ', 'p satu dua tiga', 'p empat lima', 'p enam'])
    expect((await editor.readStory()).blocks[1]?.id).toBe('b000000000001')
    await keyboard.press('Backspace')
    await keyboard.press('Shift+Enter')
    await keyboard.type('B')
    expect(await editor.readTexts()).toEqual(['p A \nBsatu dua tiga', 'p empat lima', 'p enam'])
    expect((await editor.readStory()).blocks.map(({ id }) => id)).toEqual(THREE.blocks.map(({ id }) => id))
  })

  test('stands apart from the dateline: no key and no click gets into it', async ({ editor }) => {
    const { page } = editor
    await editor.open(THREE)
    const chip = await editor.dateline.boundingBox()
    if (chip === null) throw new Error('the dateline is not shown')
    await page.mouse.dblclick(chip.x + chip.width + 20, chip.y + chip.height / 2)
    await page.keyboard.type('X')
    await page.keyboard.press('Home')
    await page.keyboard.type('Y')
    await page.keyboard.press('Backspace')
    await page.keyboard.press('Backspace')
    expect((await editor.readTexts())[0]).toBe('p X dua tiga')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('baru')
    expect(await editor.readTexts()).toEqual(['p baru'])
    expect((await editor.readStory()).dateline).toEqual({
      place: 'Tirtasari',
      site: 'kota-tirtasari.kpu.go.id',
    })
  })

  test('is bold, italic and linked by keys, and nothing else', async ({ editor }) => {
    const { page } = editor
    await editor.open(THREE)
    await editor.goTo('start')
    await page.keyboard.press('Shift+End')
    for (const keys of ['Control+b', 'Control+i', 'Control+u', 'Control+Shift+K'])
      await page.keyboard.press(keys)
    const address = page.getByRole('textbox', { name: 'Alamat tautan' })
    await address.fill('bukan alamat')
    await address.press('Enter')
    await expect(page.getByText('Ini bukan alamat web')).toBeVisible()
    await address.fill('KPU.go.id/berita')
    await address.press('Enter')
    await expect(editor.body).toBeFocused()
    expect((await editor.readStory()).blocks[0]?.runs).toEqual([
      { text: 'satu dua tiga', bold: true, italic: true, link: 'https://kpu.go.id/berita' },
    ])
  })

  test('turns into headings and lists from the toolbar, one stop of the Tab key', async ({ editor }) => {
    const { page } = editor
    await editor.open(THREE)
    await editor.goTo('end')
    await editor.headline.focus()
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Home')
    for (let i = 0; i < 2; i += 1) await page.keyboard.press('ArrowRight')
    await expect(page.getByRole('button', { name: 'Jenis blok: Paragraf' })).toBeFocused()
    await page.keyboard.press('Enter')
    await page.getByRole('menuitemradio', { name: 'Subjudul' }).press('Enter')
    await expect.poll(() => editor.readTexts()).toEqual(['p satu dua tiga', 'p empat lima', 'h enam'])
    await editor.goTo('end')
    await page.getByRole('button', { name: 'Daftar bernomor' }).click()
    await page.keyboard.press('Enter')
    await page.keyboard.type('tujuh')
    expect((await editor.readStory()).blocks.slice(2)).toMatchObject([
      { id: 'b000000000003', kind: 'list', ordered: true },
      { kind: 'list', ordered: true, runs: [{ text: 'tujuh' }] },
    ])
  })
})

test.describe('one history', () => {
  test('covers headline, text, dateline and credit line, and leaves the focus where it is', async ({
    editor,
  }) => {
    const { page } = editor
    await editor.open(THREE)
    const started = await editor.readStory()
    await editor.headline.press('Control+End')
    await page.keyboard.type(' X')
    await page.keyboard.press('Enter')
    await page.keyboard.type('A')
    await editor.dateline.press('Enter')
    await page.getByRole('combobox', { name: 'Tempat' }).fill('Kota Baru')
    await page.getByRole('combobox', { name: 'Tempat' }).press('Enter')
    await expect(editor.dateline).toBeFocused()
    await editor.credit.press('Enter')
    await page.getByRole('button', { name: 'Hapus baris kredit' }).press('Enter')
    await expect(editor.credit).toHaveText('Tambah baris kredit')
    const changed = await editor.readStory()
    expect(changed).toMatchObject({ dateline: { place: 'Kota Baru' }, credit: null })

    await editor.headline.focus()
    const steps = async (keys: string) => {
      for (let i = 0; i < 4; i += 1) await page.keyboard.press(keys)
    }
    await steps('Control+z')
    await expect.poll(() => editor.readStory()).toEqual(started)
    await expect(editor.headline).toBeFocused()
    await steps('Control+Shift+z')
    await expect.poll(() => editor.readStory()).toEqual(changed)
  })
})

test.describe('the form of the dateline', () => {
  test('is live, restores with Esc, closes with Enter and refuses what would not read back', async ({
    editor,
  }) => {
    const { page } = editor
    await editor.open()
    await editor.headline.focus()
    await page.keyboard.press('Tab')
    await expect(editor.dateline).toBeFocused()
    await page.keyboard.press('Enter')
    const place = page.getByRole('combobox', { name: 'Tempat' })
    await expect(place).toBeFocused()
    await place.fill('raw')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(editor.dateline.first()).toHaveText('Rawajaya, kab-rawajaya.kpu.go.id -', {
      useInnerText: true,
    })
    await page.keyboard.press('Escape')
    await expect(editor.dateline).toHaveText('Tirtasari, kota-tirtasari.kpu.go.id -')
    await expect(editor.dateline).toBeFocused()

    await page.keyboard.press('Enter')
    await page.getByRole('combobox', { name: 'Situs' }).fill('https://x')
    await page.keyboard.press('Enter')
    await expect(page.getByText('Tulis alamat situs tanpa https://')).toBeVisible()
    expect((await editor.readStory()).dateline?.site).toBe('kota-tirtasari.kpu.go.id')
  })

  test('adds a dateline where there is none', async ({ editor }) => {
    const { page } = editor
    await editor.open({ dateline: null })
    await editor.dateline.press('Enter')
    await page.getByRole('combobox', { name: 'Tempat' }).fill('Tirtasari')
    await page.keyboard.press('Tab')
    await page.keyboard.type('kpu.go.id')
    await page.keyboard.press('Enter')
    await expect(editor.dateline).toBeFocused()
    await expect(editor.dateline).toHaveText('Tirtasari, kpu.go.id -')
  })
})

test.describe('the form of the credit line', () => {
  test('takes people by name or initials from the directory, and the archive', async ({ editor }) => {
    const { page } = editor
    await editor.open()
    await editor.credit.press('Enter')
    const writers = page.getByRole('combobox', { name: 'Penulis' })
    await expect(writers).toBeFocused()
    await writers.press('End')
    await writers.pressSequentially('/fath')
    await expect(page.getByRole('option')).toHaveText(['fthFathurrahmanPenulis, Foto'])
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('checkbox', { name: 'Foto dari arsip (dok)' }).check()
    await expect(page.getByRole('combobox', { name: 'Foto', exact: true })).toBeDisabled()
    await page.getByRole('button', { name: 'Selesai' }).click()
    await expect(editor.credit).toHaveText('(nrl/fth/ed. Foto: dok KPU Kota Tirtasari)')
    await expect(editor.credit).toBeFocused()
  })
})

test.describe('paste', () => {
  test('of Word, Google Docs and web pages comes in clean', async ({ editor }) => {
    await editor.open({ blocks: paragraphs('') })
    await editor.goTo('start')
    await editor.paste({ 'text/html': WORD, 'text/plain': 'x' })
    expect(await editor.readTexts()).toEqual([
      'h Uji Alat Bantu',
      'p Tirtasari, Kamis (13/11). Warga mencoba alat.',
      'l templat braille',
      'l kaca pembesar',
      'l daftar hadir',
      'p Lihat situs, berkas, daftar isi.',
    ])
    await editor.page.keyboard.press('Control+a')
    await editor.paste({ 'text/html': DOCS })
    expect(await editor.readTexts()).toEqual(['p Ketua menyambut tamu.', 'l satu', 'l dua', 'p kpu.go.id'])
    await editor.page.keyboard.press('Control+a')
    await editor.paste({ 'text/html': WEB })
    expect(
      await editor.body.evaluate((body) => body.querySelectorAll('script, img, iframe, [onclick]').length),
    ).toBe(0)
  })

  test('of plain text parts paragraphs at blank lines', async ({ editor }) => {
    await editor.open({ blocks: paragraphs('a') })
    await editor.goTo('end')
    await editor.paste({ 'text/plain': '1\r\n\r\n2\u00a03\r\n4' })
    expect(await editor.readTexts()).toEqual(['p a1', 'p 2 3\n4'])
  })

  test('of another page’s Lexical nodes is refused', async ({ editor }) => {
    await editor.open({ blocks: paragraphs('') })
    await editor.goTo('start')
    const link = { type: 'link', version: 1, url: 'javascript:alert(1)', children: [] }
    const nodes = JSON.stringify({ namespace: 'redaksi', nodes: [link] })
    await editor.paste({ 'application/x-lexical-editor': nodes, 'text/plain': 'jinak' })
    expect((await editor.readStory()).blocks[0]?.runs).toEqual([{ text: 'jinak' }])
  })

  test('brings cut blocks back under their ids', async ({ editor, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await editor.open(THREE)
    await editor.goTo('end')
    await editor.page.keyboard.press('Shift+ArrowUp')
    await editor.page.keyboard.press('Shift+Home')
    await editor.page.keyboard.press('Control+x')
    expect(await editor.readTexts()).toEqual(['p satu dua tiga', 'p '])
    await editor.page.keyboard.press('Control+v')
    // What reads copied blocks may have to come first.
    await expect.poll(() => editor.readTexts()).toEqual(['p satu dua tiga', 'p empat lima', 'p enam'])
    const story = await editor.readStory()
    expect(story.blocks[2]?.id).toBe('b000000000003')
  })
})

test.describe('a long story', () => {
  test('is laid out only where it is seen, and still scrolled, searched and walked through', async ({
    editor,
  }) => {
    const { page } = editor
    await editor.open({}, '&words=8000')
    await editor.goTo('end')
    await page.keyboard.type(' TAMAT')
    await expect(editor.body.getByText('TAMAT')).toBeInViewport()
    await editor.goTo('start')
    for (let i = 0; i < 12; i += 1) await page.keyboard.press('ArrowDown')
    await page.keyboard.type('#')
    const blocks = (await editor.readStory()).blocks
    expect(blocks.findIndex((block) => block.runs.some((run) => run.text.includes('#')))).toBe(3)
    await expect(editor.body.getByText('TAMAT')).not.toBeInViewport()
    expect(await page.evaluate('window.find("TAMAT") && getSelection().toString()')).toBe('TAMAT')
  })
})

test.describe('the page', () => {
  test('has no fault that axe finds, in light and dark', async ({ editor }) => {
    await editor.open({}, '&theme=light')
    expect(await editor.findFaults()).toEqual([])
    await editor.open(
      { headline: '', dateline: null, credit: null, blocks: [] },
      '&theme=light&locale=en',
      'Article body',
    )
    expect(await editor.findFaults()).toEqual([])
  })

  test('has forms without a fault that axe finds, in light and dark', async ({ editor }) => {
    const { page } = editor
    await editor.open({}, '&theme=light')
    await editor.dateline.press('Enter')
    await page.getByRole('combobox', { name: 'Situs' }).fill('x y')
    await expect(page.getByText('Tulis alamat situs')).toBeVisible()
    expect(await editor.findFaults()).toEqual([])
    await page.keyboard.press('Escape')
    await editor.credit.press('Enter')
    await page.getByRole('combobox', { name: 'Penulis' }).fill('n')
    await expect(page.getByRole('option')).toHaveCount(1)
    // A list of suggestions floats over the page, outside its landmarks, as its pattern has it.
    expect(await editor.findFaults('region')).toEqual([])
  })

  test('wraps a long dateline on a narrow screen as text wraps', async ({ editor }) => {
    const { page } = editor
    await page.setViewportSize({ width: 360, height: 700 })
    await editor.open({
      dateline: { place: 'Kabupaten Rawajaya Utara', site: 'kab-rawajaya-utara.kpu.go.id' },
    })
    const chip = await editor.dateline.evaluate((element) =>
      [...element.getClientRects()].map(({ bottom, right }) => ({ bottom, right })),
    )
    const word = await editor.body.evaluate((body) => {
      const range = body.ownerDocument.createRange()
      const text = body.ownerDocument.createTreeWalker(body, 4).nextNode()
      if (text === null) throw new Error('no text')
      range.setStart(text, 0)
      range.setEnd(text, 6)
      const { top, bottom, left } = range.getBoundingClientRect()
      return { top, bottom, left, lines: range.getClientRects().length }
    })
    const last = chip.at(-1)
    expect(chip.length).toBe(2)
    // The first word stands whole, behind the chip's last line or below it.
    expect(word.lines).toBe(1)
    expect(word.left > (last?.right ?? 0) || word.top > (last?.bottom ?? 0) - 8).toBe(true)
  })

  test('can be read only', async ({ editor }) => {
    await editor.open(THREE, '&readonly')
    await expect(editor.page.getByRole('toolbar')).toHaveCount(0)
    await expect(editor.dateline).toHaveCount(0)
    await editor.body.click()
    await editor.page.keyboard.type('x')
    expect(await editor.readTexts()).toEqual(['p satu dua tiga', 'p empat lima', 'p enam'])
  })
})
