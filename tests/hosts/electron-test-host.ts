import { openBridgeIpc } from '../../src/main/bridge-ipc.ts'
import { createElectronTransport } from '../../src/renderer/src/transport/electron-transport.ts'
import { PRELOAD } from '../support/electron-app.ts'
import {
  asContents,
  ContentsStandIn,
  createElectronStandIn,
  runPreload,
} from '../support/electron-stand-in.ts'
import type { TestBackend } from './test-backend.ts'
import type { TestHost } from './test-host.ts'

/** The desktop host's bridge, and a page in a window of it, behind the built preload script. */
export async function startElectronTestHost(backend: TestBackend): Promise<TestHost> {
  const { ipcMain, invoke } = createElectronStandIn()
  const contents = new ContentsStandIn()
  contents.mainFrame.url = 'app://redaksi/'
  const bridge = openBridgeIpc({
    ipc: ipcMain,
    backend,
    isOwnWindow: (other) => other === asContents(contents),
    onBug: backend.onBug,
  })
  let listening: Promise<unknown> = Promise.resolve()
  runPreload(PRELOAD, contents, (...message) => {
    const reply = invoke(...message)
    if (message[2] === 'bridge:listen') listening = reply
    return reply
  })
  const transport = createElectronTransport(contents.page)
  if (transport === null) throw new Error('the preload script left no bridge')
  return {
    transport,
    listening: listening.then(() => undefined),
    putBlob: (sha256, bytes) => transport.putBlob(sha256, new Blob([bytes])),
    close: async () => bridge.close(),
    kill: null,
  }
}
