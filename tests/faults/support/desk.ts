import { chromium, type Page } from '@playwright/test'
import { onTestFinished } from 'vitest'
import { findChromium, getChromiumArguments } from '../../../scripts/lib/browser.mjs'
import { DeskPage } from '../../e2e/support/desk-page.ts'
import { createAsk, createEnvironment, type Ask } from '../../e2e/support/surroundings.ts'
import { createWebHost } from '../../e2e/support/web-host.ts'
import { recordTyping } from './key-recorder.ts'

/** A running web host with a desk open in a real browser. */
export interface TrialDesk {
  readonly host: ReturnType<typeof createWebHost>
  readonly desk: DeskPage
  readonly ask: Ask
}

/** Starts the host over a library, in `library` or in the folder, and opens its desk. */
export async function openTrialDesk(folder: string, library?: string): Promise<TrialDesk> {
  const env = createEnvironment(folder, library)
  const host = createWebHost(env)
  onTestFinished(() => host.kill())
  await host.start()
  const executablePath = findChromium()
  if (executablePath === null) throw new Error('there is no browser')
  const browser = await chromium.launch({ executablePath, args: getChromiumArguments() })
  onTestFinished(() => browser.close())
  const context = await browser.newContext()
  const desk = new DeskPage(await showDesk(await context.newPage(), host))
  return { host, desk, ask: createAsk(env) }
}

async function showDesk(page: Page, host: TrialDesk['host']): Promise<Page> {
  // A page with unsaved text asks whether it may be left: it may.
  page.on('dialog', (dialog) => void dialog.accept())
  await recordTyping(page)
  return host.show(page, '')
}
