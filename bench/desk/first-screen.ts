import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser, BrowserContext, Page, Response } from '@playwright/test'
import { createEnvironment } from '../../tests/e2e/support/surroundings.ts'
import { createWebHost } from '../../tests/e2e/support/web-host.ts'
import { withBrowser } from '../support/browser.ts'
import { interleave } from '../support/measure.ts'
import { printFigure } from '../support/report.ts'
import type { SampleLibrary, Samples } from '../support/sample-library.ts'

const ROUNDS = Number(process.env['ROUNDS'] ?? 15)
/** How many drafts there are in the library. */
const COUNTS = (process.env['COUNTS'] ?? '10,50000').split(',').map(Number)
/** The words of a sample draft, which the bare page has too. */
const WORDS = 250
/** Milliseconds until a library that was never opened has its index, which a large one is measured with. */
const LONGEST_START = 10 * 60_000
const GOAL_KILOBYTES = 230
const GOAL_RATIO = 1.3

/**
 * From the start of a navigation until a key typed into the text is in it: our page with a draft of the library open,
 * against a page with bare Lexical and a story as long, neither from a cache, both come to from another site's page. And
 * what our page has fetched by then.
 */
export async function benchFirstScreen(samples: Samples): Promise<void> {
  const elsewhere = await serveElsewhere()
  try {
    await withBrowser(async (browser, harness) => {
      for (const count of COUNTS)
        await compare(
          browser,
          { bare: harness.url, elsewhere: elsewhere.url },
          await samples.get(count),
          count,
        )
    })
  } finally {
    elsewhere.close()
  }
}

async function compare(
  browser: Browser,
  urls: { readonly bare: string; readonly elsewhere: string },
  sample: SampleLibrary,
  count: number,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'redaksi-bench-'))
  const host = createWebHost(createEnvironment(folder, sample.layout.folder))
  try {
    await host.start()
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
    const address = await signIn(context, host, sample.ids.at(-1) ?? '')
    await context.addInitScript(PROBE)
    if (count === COUNTS[0]) await printSizes(context, address)
    const times = await interleave(
      {
        ours: () => measureOnce(context, urls.elsewhere, address),
        bare: () => measureOnce(context, urls.elsewhere, `${urls.bare}/bare.html?words=${WORDS}`),
      },
      { rounds: ROUNDS, rest: 300 },
    )
    const name = `navigation to first key, ${count.toLocaleString('en')} drafts`
    printFigure({ name, times: times.ours, floor: times.bare, goal: GOAL_RATIO })
    await context.close()
  } finally {
    await host.kill()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Lets the page keep its session, as a person's browser has it, and gives the address of a draft in it. */
async function signIn(
  context: BrowserContext,
  host: ReturnType<typeof createWebHost>,
  draft: string,
): Promise<string> {
  const page = await context.newPage()
  await host.show(page, '')
  await page.getByRole('listbox').getByRole('option').first().waitFor({ timeout: LONGEST_START })
  const address = new URL(page.url())
  address.hash = draft
  await page.close()
  return address.href
}

/** Takes the focus into the text as soon as there is one, and says when the first key is in it. */
const PROBE = `{
  const { promise: ready, resolve: setReady } = Promise.withResolvers()
  const { promise: firstKey, resolve: setFirstKey } = Promise.withResolvers()
  Object.assign(window, { ready, firstKey })
  const look = () => {
    const text = document.querySelector('[data-lexical-editor][aria-label="Isi artikel"]')
    if (text === null || text.textContent === '') return void requestAnimationFrame(look)
    new MutationObserver(() => {
      if (text.textContent.includes('%')) setFirstKey(performance.now())
    }).observe(text, { subtree: true, childList: true, characterData: true })
    text.focus()
    setReady(performance.now())
  }
  requestAnimationFrame(look)
}`

/** A page starts in a process of its own unless it comes from its own site, or from a blank page and asks for none. */
async function measureOnce(context: BrowserContext, elsewhere: string, address: string): Promise<number> {
  const page = await openUncached(context)
  await page.goto(elsewhere)
  await page.goto(address)
  const at = await readFirstKey(page)
  await page.close({ runBeforeUnload: false })
  return at
}

/** A page of another site: to a browser `localhost` is none of `127.0.0.1`'s. */
async function serveElsewhere(): Promise<{ readonly url: string; close(): void }> {
  const server = createServer((_, response) => void response.end('<!doctype html><title>Elsewhere</title>'))
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the page elsewhere has no port')
  return { url: `http://localhost:${address.port}/`, close: () => void server.close() }
}

async function openUncached(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  return page
}

async function readFirstKey(page: Page): Promise<number> {
  await page.evaluate('ready')
  await page.keyboard.press('%')
  return page.evaluate<number>('firstKey')
}

/** What was asked for until a key could be typed: packed as a server would pack it, and fonts, which are packed already. */
async function printSizes(context: BrowserContext, address: string): Promise<void> {
  const page = await openUncached(context)
  const bodies = new Map<string, Promise<Size>>()
  page.on('response', (response) => {
    const size = measure(response)
    // Late parts still come when the page is closed; what was asked for before the first key is there by then.
    size.catch(() => {})
    bodies.set(response.url(), size)
  })
  await page.goto(address)
  await readFirstKey(page)
  const asked = await page.evaluate<string[]>(`ready.then((at) =>
    performance.getEntries().filter(({ startTime }) => startTime <= at).map(({ name }) => name.split('#')[0]))`)
  const sizes = new Map<string, number>()
  for (const { type, bytes } of await Promise.all(asked.map((name) => bodies.get(name) ?? NOTHING)))
    if (PARTS.includes(type)) sizes.set(type, (sizes.get(type) ?? 0) + bytes)
  await page.close({ runBeforeUnload: false })
  const say = (bytes: number) => `${(bytes / 1024).toFixed(0)} kB`
  const packed = [...sizes].reduce((sum, [type, bytes]) => sum + (type === 'font' ? 0 : bytes), 0)
  const parts = [...sizes].map(([type, bytes]) => `${type} ${say(bytes)}`).join(', ')
  const isMet = packed <= GOAL_KILOBYTES * 1024
  console.log(
    `first screen, packed, without fonts: ${say(packed)}   (${parts})   goal ${GOAL_KILOBYTES} kB  ${isMet ? 'met' : 'NOT MET'}`,
  )
}

interface Size {
  readonly type: string
  readonly bytes: number
}

const NOTHING: Size = { type: 'none', bytes: 0 }
const PARTS: readonly string[] = ['document', 'script', 'stylesheet', 'font']

async function measure(response: Response): Promise<Size> {
  const type = response.request().resourceType()
  if (!PARTS.includes(type)) return NOTHING
  const body = await response.body()
  return { type, bytes: type === 'font' ? body.length : gzipSync(body).length }
}
