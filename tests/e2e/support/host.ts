import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, type Page } from '@playwright/test'
import { findElectron } from '../../../scripts/lib/electron.mjs'
import { DeskPage } from './desk-page.ts'
import { createElectronHost } from './electron-host.ts'
import { createAsk, createEnvironment, type Ask } from './surroundings.ts'
import { createWebHost } from './web-host.ts'

/** The hosts that the product runs in. */
export type HostKind = 'web' | 'electron'

/** The product in one of its hosts, over a library of its own that the first start fills with samples. */
export interface Host {
  readonly kind: HostKind
  /** The folder of its library. */
  readonly library: string
  /** Takes the process away without a warning, as a power cut would. */
  kill(): Promise<void>
  /** Starts it again, where it was. */
  start(): Promise<void>
  /** Shows the desk: in this page, or in the window that the host has of its own. Gives the page that shows it. */
  show(page: Page, search: string): Promise<Page>
  /** Runs the command line on the library beside it, and returns its JSON. */
  readonly ask: Ask
}

interface Fixtures {
  readonly host: Host
  readonly desk: DeskPage
  /** Whether the host starts as for somebody who has never used it; otherwise they have gone the first steps. */
  readonly isFirstStart: boolean
}

/** Tests over a running host, whichever the project says. */
export const test = base.extend<Fixtures, { readonly hostKind: HostKind }>({
  hostKind: ['web', { option: true, scope: 'worker' }],
  isFirstStart: [false, { option: true }],
  host: async ({ hostKind, isFirstStart }, use, info) => {
    info.skip(
      hostKind === 'electron' && findElectron() === null,
      'The runtime of Electron is not on this machine.',
    )
    const folder = mkdtempSync(join(tmpdir(), 'redaksi-e2e-'))
    const env = createEnvironment(folder, undefined, isFirstStart)
    const process = hostKind === 'web' ? createWebHost(env) : createElectronHost(env)
    const host = { kind: hostKind, library: join(folder, 'library'), ...process, ask: createAsk(env) }
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

/** Skips a test of what only the web host has: pages that are apart from it, and more than one. */
export function onlyInWeb({ kind }: Host): void {
  test.skip(kind !== 'web', 'The desktop has one window, which ends with it.')
}

/** Opens the desk, with words of its address such as `locale=en`. */
export async function openDesk(page: Page, host: Host, search = ''): Promise<DeskPage> {
  const desk = new DeskPage(await host.show(page, search))
  await desk.list.waitFor()
  return desk
}
