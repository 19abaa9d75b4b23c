import { expect, test as base } from '@playwright/test'
import { createEditorPage, type EditorPage } from './editor-page.ts'
import { serveHarness, type Harness } from './serve.ts'

/** Tests of the editor alone, by its roles and names, with real keys in a real browser. Nothing may go wrong unheard. */
export const test = base.extend<{ editor: EditorPage }, { harness: Harness }>({
  harness: [
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const harness = await serveHarness()
      await use(harness)
      await harness.close()
    },
    { scope: 'worker' },
  ],
  editor: async ({ page, harness }, use) => {
    const editor = createEditorPage(page, harness.url)
    await use(editor)
    expect(await editor.readErrors()).toEqual([])
  },
})

export { expect }
