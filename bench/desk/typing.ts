import type { Browser, CDPSession, Page } from '@playwright/test'
import { withBrowser } from '../support/browser.ts'
import { getQuantile } from '../support/measure.ts'

const LENGTHS = [500, 5_000, 20_000]
const ROUNDS = Number(process.env['ROUNDS'] ?? 7)
const TEXT = 'warga memilih di tempat pemungutan suara dan '
const PAUSE_MS = 30

interface Cost {
  readonly task: number
  readonly script: number
}

/**
 * What a key costs the main thread, in our editor against bare Lexical (rich text and history) in the same run: in an
 * element that React renders, as ours is, and in one on its own. Rounds go through all three in turn, so that whatever
 * else the machine does falls on each; processor time is counted, not time on the clock. Prints, for each length of
 * story, the medians in milliseconds a key and the medians of the rounds' ratios. The goals: at most 1.15, 1.05, 0.85.
 */
export async function benchTyping(): Promise<void> {
  await withBrowser(async (browser, { url }) => {
    for (const words of LENGTHS) await compare(browser, url, words)
  })
}

async function compare(browser: Browser, url: string, words: number): Promise<void> {
  const sides = {
    ours: await openPage(browser, `${url}/?plain&words=${words}`),
    inReact: await openPage(browser, `${url}/bare.html?words=${words}`),
    alone: await openPage(browser, `${url}/bare.html?alone&words=${words}`),
  }
  const rounds: { ours: Cost; inReact: Cost; alone: Cost }[] = []
  for (let round = 0; round <= ROUNDS; round += 1) {
    const costs = {
      ours: await typeOnce(sides.ours),
      inReact: await typeOnce(sides.inReact),
      alone: await typeOnce(sides.alone),
    }
    // The first round warms all of them up.
    if (round > 0) rounds.push(costs)
  }
  for (const side of Object.values(sides)) await side.page.close()
  for (const part of ['task', 'script'] as const) {
    const ms = getMedian(rounds.map((round) => round.ours[part]))
    const floors = (['inReact', 'alone'] as const).map((side) => {
      const floor = getMedian(rounds.map((round) => round[side][part]))
      const ratio = getMedian(rounds.map((round) => round.ours[part] / round[side][part]))
      return `${side === 'alone' ? 'alone' : 'in React'} ${format(floor)}, ratio ${format(ratio)}`
    })
    console.log(
      `typing, ${words} words, ${part}: ours ${format(ms)} ms a key; bare ${floors.join('; bare ')}`,
    )
  }
}

async function openPage(browser: Browser, url: string): Promise<{ page: Page; session: CDPSession }> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await page.goto(url)
  const body = page.getByRole('textbox', { name: 'Isi artikel' })
  const middle = body.locator('p').nth(Math.floor((await body.locator('p').count()) / 2))
  await middle.scrollIntoViewIfNeeded()
  await middle.click()
  // What the page fetches at rest is there.
  await page.waitForTimeout(2500)
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  return { page, session }
}

async function typeOnce({ page, session }: { page: Page; session: CDPSession }): Promise<Cost> {
  await page.bringToFront()
  await page.waitForTimeout(300)
  const before = await readMetrics(session)
  for (const letter of TEXT) {
    await page.keyboard.press(letter === ' ' ? 'Space' : letter)
    await page.waitForTimeout(PAUSE_MS)
  }
  const after = await readMetrics(session)
  const perKey = (name: string) => (((after.get(name) ?? 0) - (before.get(name) ?? 0)) * 1000) / TEXT.length
  return { task: perKey('TaskDuration'), script: perKey('ScriptDuration') }
}

async function readMetrics(session: CDPSession): Promise<ReadonlyMap<string, number>> {
  const { metrics } = await session.send('Performance.getMetrics')
  return new Map(metrics.map(({ name, value }) => [name, value]))
}

const getMedian = (values: readonly number[]): number => getQuantile(values, 0.5)

function format(value: number | undefined): string {
  return (value ?? Number.NaN).toFixed(2)
}
