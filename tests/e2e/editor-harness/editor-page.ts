import type { Locator, Page } from '@playwright/test'
import type { Block, Story } from '../../../src/newsroom/story/index.ts'
import { findViolations } from '../support/axe.ts'

/** The editor in the harness's page, as a person or a screen reader meets it. */
export interface EditorPage {
  readonly page: Page
  readonly headline: Locator
  readonly body: Locator
  readonly dateline: Locator
  readonly credit: Locator
  /** Opens the page anew with parts of a story in place of the sample's. */
  open(over?: Partial<Story>, query?: string, body?: string): Promise<void>
  readStory(): Promise<Story>
  /** The texts of the blocks, with a letter for their kind before them. */
  readTexts(): Promise<readonly string[]>
  readErrors(): Promise<readonly string[]>
  /** Puts the caret at the start or the end of the body. */
  goTo(end: 'start' | 'end'): Promise<void>
  paste(types: Readonly<Record<string, string>>): Promise<void>
  /** What axe finds, by rule and element, without the rules named. */
  findFaults(...without: readonly string[]): Promise<readonly string[]>
}

/** Blocks of the harness's stories: paragraphs, `b000000000001` and on. */
export function paragraphs(...texts: readonly string[]): readonly Block[] {
  return texts.map((text, i) => ({
    id: `b${String(i + 1).padStart(12, '0')}` as Block['id'],
    kind: 'paragraph',
    runs: text === '' ? [] : [{ text }],
  }))
}

/** Drives the harness at `url`. */
export function createEditorPage(page: Page, url: string): EditorPage {
  const body = page.getByRole('textbox', { name: 'Isi artikel' })
  const readStory = () => page.evaluate<Story>('window.harness.handle.getStory()')
  return {
    page,
    body,
    readStory,
    headline: page.getByRole('textbox', { name: 'Judul' }),
    dateline: page.getByRole('group', { name: 'Baris tanggal' }).getByRole('button'),
    credit: page.getByRole('group', { name: 'Baris kredit' }).getByRole('button'),
    async open(over = {}, query = '', name = 'Isi artikel') {
      await page.goto(`${url}/?story=${encodeURIComponent(JSON.stringify(over))}${query}`)
      await page.getByRole('textbox', { name }).waitFor()
      // Until its typefaces are there, what is measured moves.
      await page.evaluate('document.fonts.ready.then(() => undefined)')
    },
    async readTexts() {
      const { blocks } = await readStory()
      return blocks.map((block) => `${block.kind.charAt(0)} ${block.runs.map((run) => run.text).join('')}`)
    },
    readErrors: () => page.evaluate<string[]>('window.harness.errors'),
    async goTo(end) {
      await body.focus()
      await page.keyboard.press(end === 'start' ? 'Control+Home' : 'Control+End')
    },
    paste: (types) =>
      page.evaluate(`{
        const clipboardData = new DataTransfer()
        for (const [type, text] of Object.entries(${JSON.stringify(types)})) clipboardData.setData(type, text)
        document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
      }`),
    findFaults: (...without) => findViolations(page, { without }),
  }
}
