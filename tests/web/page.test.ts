import { chromium, type Browser, type Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { findChromium } from '../../scripts/lib/browser.mjs'
import { checkFetchSite, checkOrigin, LOOPBACK_CHECKS } from '../../src/web/checks.ts'
import { startWebHost, type WebHost } from '../../src/web/index.ts'
import { createApprovedDraft, openFreshNewsroom, type NewsroomRig } from '../backend/newsroom-rig.ts'
import { createTestRandom } from '../support/builders.ts'
import { serveAttackPage } from './attack-page.ts'
import { buildPage } from './built-page.ts'
import { startLoopbackRig, type LoopbackRig } from './loopback-rig.ts'

const executablePath = findChromium()
const STRANGER = 'berita.example'

const note = executablePath === null ? ' (there is no Chromium here)' : ''

describe.skipIf(executablePath === null)(`the page in a real browser${note}`, { timeout: 60_000 }, () => {
  let browser: Browser
  let page: Awaited<ReturnType<typeof buildPage>>

  beforeAll(async () => {
    page = await buildPage()
    // A name that points at this machine, as a rebinding page makes one.
    const args = [
      '--disable-gpu',
      '--disable-background-networking',
      `--host-resolver-rules=MAP ${STRANGER} 127.0.0.1`,
    ]
    const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: [...args, ...sandbox] })
  }, 60_000)
  afterAll(async () => {
    await browser.close()
    page.remove()
  })

  /** A browser window of its own, and every complaint that the browser writes into its console. */
  async function openWindow() {
    const context = await browser.newContext()
    onTestFinished(() => context.close())
    const complaints: string[] = []
    const openTab = async (url: string): Promise<Page> => {
      const tab = await context.newPage()
      tab.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
      tab.on('pageerror', (error) => complaints.push(error.message))
      await tab.goto(url)
      return tab
    }
    /** Gives this browser the session that the exchange of a token would have given it. */
    const letIn = async ({ known }: LoopbackRig) => {
      const [name = '', value = ''] = known.cookie.split('=')
      await context.addCookies([
        { name, value, domain: '127.0.0.1', path: '/', httpOnly: true, sameSite: 'Strict' },
      ])
      const tab = await openTab(`http://127.0.0.1:${known.port}/`)
      expect(await tab.title()).toBe('Aplikasi')
    }
    return { openTab, letIn, complaints }
  }

  async function serve(rig: NewsroomRig, port = 0, seed = 1): Promise<WebHost> {
    const onBug = (error: unknown) => expect.unreachable(String(error))
    const host = await startWebHost({
      port,
      backend: rig.backend,
      pageFolder: page.folder,
      locale: 'id',
      random: createTestRandom(seed),
      onBug,
    })
    onTestFinished(host.close)
    return host
  }

  it('shows what is there, and takes the token out of the address', async () => {
    const rig = await openFreshNewsroom()
    await createApprovedDraft(rig)
    const host = await serve(rig)
    const { openTab, complaints } = await openWindow()
    const tab = await openTab(host.url)
    await waitForText(tab, 'KPU Kota Tirtasari Uji Alat Bantu Coblos')
    expect(tab.url()).toBe(`http://127.0.0.1:${host.port}/`)
    await tab.reload()
    await waitForText(tab, 'KPU Kota Tirtasari Uji Alat Bantu Coblos')
    expect(complaints).toEqual([])
  })

  it('shows a draft that was made meanwhile, by itself', async () => {
    const rig = await openFreshNewsroom()
    await rig.client.drafts.create({ headline: 'Rapat Pertama' })
    const host = await serve(rig)
    const { openTab, complaints } = await openWindow()
    const tab = await openTab(host.url)
    await waitForText(tab, 'Rapat Pertama')
    await rig.client.drafts.create({ headline: 'Rapat Kedua' })
    await waitForText(tab, 'Rapat Kedua')
    expect(complaints).toEqual([])
  })

  it('speaks English when asked to', async () => {
    const rig = await openFreshNewsroom()
    await rig.client.drafts.create({ headline: 'Rapat Pertama' })
    const host = await serve(rig)
    const { openTab } = await openWindow()
    const tab = await openTab(host.url.replace('/#', '/?locale=en#'))
    await waitForText(tab, 'Rapat Pertama')
    expect(tab.url()).toBe(`http://127.0.0.1:${host.port}/?locale=en`)
    expect(await tab.evaluate('document.documentElement.lang')).toBe('en')
  })

  it('tells a browser without a session what to do, in both languages, and so for an old address', async () => {
    const host = await serve(await openFreshNewsroom())
    const { openTab, complaints } = await openWindow()
    const bare = await openTab(`http://127.0.0.1:${host.port}/`)
    await bare.getByText('Buka Redaksi lewat alamat yang ditampilkannya saat dimulai.').waitFor()
    await bare.getByText('Open Redaksi at the address that it shows when it starts.').waitFor()
    expect(complaints).toEqual([])
    const old = await openTab(`http://127.0.0.1:${host.port}/#${'A'.repeat(43)}`)
    await old.getByText('dari waktu Redaksi dijalankan sebelumnya').waitFor()
  })

  it('makes no markup of a string', async () => {
    const host = await serve(await openFreshNewsroom())
    const { openTab } = await openWindow()
    const tab = await openTab(`http://127.0.0.1:${host.port}/`)
    const attempts = [
      "document.body.innerHTML = '<img src=x onerror=alert(1)>'",
      "document.createRange().createContextualFragment('<b>x</b>')",
      "document.createElement('script').src = 'https://berita.example/x.js'",
      "trustedTypes.createPolicy('mine', {})",
    ]
    const evaluate = (code: string) =>
      tab.evaluate(code).then(
        () => 'done',
        (error: Error) => error.message,
      )
    const results = await Promise.all(attempts.map(evaluate))
    expect(results.filter((result) => !/TypeError/.test(result))).toEqual([])
  })

  it('is found again by an open tab, once the new address of a restarted host was opened beside it', async () => {
    const rig = await openFreshNewsroom()
    await rig.client.drafts.create({ headline: 'Sebelum' })
    const first = await serve(rig)
    const { openTab } = await openWindow()
    const tab = await openTab(first.url)
    await waitForText(tab, 'Sebelum')
    await first.close()
    await rig.client.drafts.create({ headline: 'Sesudah Mulai Ulang' })
    const second = await serve(rig, first.port, 2)
    await openTab(second.url)
    await waitForText(tab, 'Sesudah Mulai Ulang')
    expect(second.port).toBe(first.port)
  })

  it.each([
    { who: 'another program’s page on this machine', host: '127.0.0.1' },
    { who: 'a page on the web', host: STRANGER },
  ])('gives $who nothing, though the browser has our session', async ({ host }) => {
    const rig = await startLoopbackRig()
    const { openTab, letIn } = await openWindow()
    await letIn(rig)
    const tab = await openTab(`http://${host}:${await serveAttackPage()}/`)
    const got = await tab.evaluate<Record<string, string>>(`attack('http://127.0.0.1:${rig.known.port}')`)
    expect(new Set(Object.values(got))).toEqual(new Set(['nothing']))
    expect(Object.keys(got)).toHaveLength(11)
    expect(rig.backend.reached).toEqual([])
  })

  it('would give such a page our events if the rules on who may ask were left out', async () => {
    const rig = await startLoopbackRig(
      LOOPBACK_CHECKS.filter((check) => check !== checkOrigin && check !== checkFetchSite),
    )
    const { openTab, letIn } = await openWindow()
    await letIn(rig)
    const tab = await openTab(`http://127.0.0.1:${await serveAttackPage()}/`)
    expect(await tab.evaluate(`attack('http://127.0.0.1:${rig.known.port}')`)).toMatchObject({
      socket: 'open',
    })
  })

  it('is not there for a page whose name was made to point here', async () => {
    const rig = await startLoopbackRig()
    const { openTab, letIn } = await openWindow()
    await letIn(rig)
    const tab = await openTab(`http://${STRANGER}:${rig.known.port}/`)
    expect(await tab.textContent('body')).toContain('Alamat ini bukan alamat Redaksi.')
    const got = await tab.evaluate(async () => {
      const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }
      const replies = await Promise.all([
        fetch('/'),
        fetch('/assets/plain.css'),
        fetch('/bridge/carry.echo', request),
        fetch('/session', request),
      ])
      return replies.map((reply) => reply.status)
    })
    expect(got).toEqual([403, 403, 403, 403])
    expect(rig.backend.reached).toEqual([])
  })
})

async function waitForText(tab: Page, text: string): Promise<void> {
  await tab.getByText(text).first().waitFor()
}
