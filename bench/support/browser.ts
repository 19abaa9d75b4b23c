import { chromium, type Browser } from '@playwright/test'
import { findChromium, getChromiumArguments } from '../../scripts/lib/browser.mjs'
import { serveHarness, type Harness } from '../../tests/e2e/editor-harness/serve.ts'

/** Runs something with a browser, and with the pages of the editor alone and of bare Lexical beside it. */
export async function withBrowser(use: (browser: Browser, harness: Harness) => Promise<void>): Promise<void> {
  const executablePath = findChromium()
  if (executablePath === null) return console.log('skipped: there is no Chromium here')
  const harness = await serveHarness(['index.html', 'bare.html'])
  const browser = await chromium.launch({ executablePath, args: getChromiumArguments() })
  try {
    await use(browser, harness)
  } finally {
    await browser.close()
    await harness.close()
  }
}
