import { createWebTransport } from '../../src/renderer/src/transport/web-transport.ts'
import { startWebHost } from '../../src/web/index.ts'
import { createTestRandom } from '../support/builders.ts'
import { makePageFolder } from '../web/page-folder.ts'
import { createTestBrowser } from '../web/test-browser.ts'
import type { TestBackend } from './test-backend.ts'
import type { TestHost } from './test-host.ts'

/** The loopback web host on a free port, and a page in a browser that was let in by the address's token. */
export async function startWebTestHost(backend: TestBackend): Promise<TestHost> {
  const host = await startWebHost({
    port: 0,
    backend,
    pageFolder: await makePageFolder(),
    locale: 'id',
    random: createTestRandom(Date.now()),
    onBug: backend.onBug,
  })
  const browser = createTestBrowser(host.port)
  await browser.enter(host.url)
  const transport = createWebTransport({ ...browser.page, random: () => 0, putOff: (task) => task() })
  const listening = new Promise<void>((resolve) => void transport.on('bridge.missed', () => resolve()))
  return {
    transport,
    listening,
    putBlob: (sha256, bytes) => transport.putBlob(sha256, new Blob([bytes])),
    async close() {
      transport.close()
      await host.close()
    },
    kill: host.close,
  }
}
