import { describe, expect, it, onTestFinished } from 'vitest'
import { createWebTransport } from '../../src/renderer/src/transport/web-transport.ts'
import { startWebHost, type WebHost } from '../../src/web/index.ts'
import { createTestBackend, type TestBackend } from '../hosts/test-backend.ts'
import { createTestRandom } from '../support/builders.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'
import { makePageFolder } from './page-folder.ts'
import { createTestBrowser } from './test-browser.ts'

/** A page that outlives its hosts: each start has the same port and new credentials. */
async function openPage() {
  const pageFolder = await makePageFolder()
  const start = async (port: number, seed: number): Promise<{ host: WebHost; backend: TestBackend }> => {
    const backend = createTestBackend(await makeTemporaryFolder())
    const host = await startWebHost({
      port,
      backend,
      pageFolder,
      locale: 'id',
      random: createTestRandom(seed),
      onBug: backend.onBug,
    })
    onTestFinished(host.close)
    return { host, backend }
  }
  const first = await start(0, 1)
  const browser = createTestBrowser(first.host.port)
  await browser.enter(first.host.url)
  const transport = createWebTransport({ ...browser.page, random: () => 0, putOff: (task) => task() })
  onTestFinished(transport.close)
  const heard: unknown[] = []
  for (const event of ['bridge.lost', 'bridge.found', 'bridge.missed', 'drafts.changed']) {
    transport.on(event, (told) => heard.push(told === null ? event : told))
  }
  const hears = async (count: number) => {
    while (heard.length < count) await new Promise((resolve) => setTimeout(resolve, 5))
    return heard.splice(0)
  }
  return { first, browser, transport, hears, restart: (seed: number) => start(first.host.port, seed) }
}

describe('createWebTransport', () => {
  it('asks for everything anew once it listens, as something may have happened before', async () => {
    const { hears } = await openPage()
    expect(await hears(1)).toEqual(['bridge.missed'])
  })

  it('finds a host again that was started anew, once its new address was opened, and says that it missed some', async () => {
    const { first, browser, transport, hears, restart } = await openPage()
    await hears(1)
    await first.host.close()
    expect(await hears(1)).toEqual(['bridge.lost'])
    await expect(transport.call('carry.nothing', {})).rejects.toMatchObject({ code: 'bridge.host-lost' })

    const second = await restart(2)
    await expect(transport.call('carry.nothing', {})).rejects.toMatchObject({ code: 'bridge.session-ended' })
    expect(second.backend.reached).toEqual([])

    await browser.enter(second.host.url)
    expect(await transport.call('carry.nothing', {})).toEqual({ ok: true, value: null })
    expect(await hears(2)).toEqual(['bridge.found', 'bridge.missed'])
    second.backend.emit('drafts.changed', { id: 'a', revision: 9 })
    expect(await hears(1)).toEqual([{ id: 'a', revision: 9 }])
  })

  it('is not let in by what an earlier run gave it', async () => {
    const { first, transport, hears, restart } = await openPage()
    await hears(1)
    await first.host.close()
    const second = await restart(3)
    await expect(transport.putBlob('a'.repeat(64), new Blob(['halo']))).rejects.toMatchObject({
      code: 'bridge.session-ended',
    })
    expect(second.backend.reached).toEqual([])
  })

  it('takes an answer that is not from our host for no answer', async () => {
    const { browser } = await openPage()
    const portal = createWebTransport({
      ...browser.page,
      fetch: async () => new Response('<html>Masuk ke Wi-Fi</html>', { status: 200 }),
      random: () => 0,
      putOff: (task) => task(),
    })
    onTestFinished(portal.close)
    await expect(portal.call('carry.nothing', {})).rejects.toMatchObject({ code: 'bridge.host-lost' })
  })
})
