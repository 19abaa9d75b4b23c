import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { test as base, type Page } from '@playwright/test'
import { getPinnedNode, ROOT } from '../../../scripts/lib/pinned-node.mjs'
import { DeskPage } from './desk-page.ts'

/** The product in one of its hosts, over a library of its own that the first start fills with samples. */
export interface Host {
  /** Where the library is, for the command line. */
  readonly library: string
  /** The address with its token. */
  readonly url: string
  /** Takes the process away without a warning, as a power cut would. */
  kill(): Promise<void>
  /** Starts it again on the port that it had. */
  start(): Promise<void>
  /** Runs the command line on the library beside it, and returns its JSON. */
  ask<Answer>(...words: readonly string[]): Promise<Answer>
}

interface Fixtures {
  readonly host: Host
  readonly desk: DeskPage
}

/** Tests over a running host: `web` here. */
export const test = base.extend<Fixtures>({
  // Playwright wants a pattern here, also an empty one.
  // oxlint-disable-next-line no-empty-pattern
  host: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'redaksi-e2e-'))
    const host = createWebHost(folder)
    await host.start()
    await use(host)
    await host.kill()
    rmSync(folder, { recursive: true, force: true })
  },
  desk: async ({ host, page }, use) => {
    await use(await openDesk(page, host))
  },
})

export { expect } from '@playwright/test'

/** Opens the desk in a page. */
export async function openDesk(page: Page, host: Host, search = ''): Promise<DeskPage> {
  const address = new URL(host.url)
  address.search = search
  await page.goto(address.href)
  const desk = new DeskPage(page)
  await desk.list.waitFor()
  return desk
}

function createWebHost(folder: string): Host {
  const library = join(folder, 'library')
  const env = {
    ...process.env,
    REDAKSI_LIBRARY: library,
    XDG_CONFIG_HOME: join(folder, 'config'),
    XDG_DATA_HOME: join(folder, 'data'),
  }
  const cli = join(ROOT, 'out', 'cli.js')
  let child: ChildProcess | null = null
  let url = ''
  return {
    library,
    get url() {
      return url
    },
    async start() {
      child = spawn(getPinnedNode(), [cli, 'serve'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
      url = await readAddress(child)
    },
    async kill() {
      if (child === null || child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    },
    async ask<Answer>(...words: readonly string[]) {
      const asked = spawn(getPinnedNode(), [cli, ...words, '--json'], {
        env,
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      let out = ''
      asked.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
      await once(asked, 'close')
      return JSON.parse(out) as Answer
    },
  }
}

async function readAddress(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('the host has no output')
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /^Redaksi: (\S+)$/.exec(line)?.[1]
    if (address !== undefined) return address
  }
  throw new Error('the host ended without an address')
}
