import { describe, expect, it } from 'vitest'
import { LARGEST_ARGUMENT } from '../../src/bridge/index.ts'
import { openBridgeIpcWith } from '../../src/main/bridge-ipc.ts'
import {
  checkAddress,
  checkMainFrame,
  checkWindow,
  SENDER_CHECKS,
  type SenderCheck,
} from '../../src/main/sender-checks.ts'
import { createTestBackend } from '../hosts/test-backend.ts'
import {
  asContents,
  ContentsStandIn,
  createElectronStandIn,
  type FrameStandIn,
} from '../support/electron-stand-in.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'

const OWN: FrameStandIn = { url: 'app://redaksi/#0198c0de', parent: null }

async function open(checks: readonly SenderCheck[] = SENDER_CHECKS) {
  const backend = createTestBackend(await makeTemporaryFolder())
  const { ipcMain, invoke, channels } = createElectronStandIn()
  const contents = new ContentsStandIn()
  const isOwnWindow = (other: unknown) => other === asContents(contents)
  const bridge = openBridgeIpcWith({ ipc: ipcMain, backend, isOwnWindow, onBug: backend.onBug }, checks)
  const call = (frame: FrameStandIn | null, sender = contents, ...given: unknown[]) =>
    invoke(sender, frame, 'bridge:call', given.length === 0 ? ['carry.echo', {}] : given)
  return { backend, bridge, call, channels, contents, invoke }
}

/** Senders that must be refused, each with the check that refuses it. */
const FOREIGN: readonly {
  readonly what: string
  readonly frame: FrameStandIn | null
  readonly by: SenderCheck
}[] = [
  { what: 'a frame within our page', frame: { url: OWN.url, parent: {} }, by: checkMainFrame },
  { what: 'another site', frame: { url: 'https://contoh.example/', parent: null }, by: checkAddress },
  { what: 'a file', frame: { url: 'file:///tmp/index.html', parent: null }, by: checkAddress },
  {
    what: 'a host that begins like ours',
    frame: { url: 'app://redaksi.example/', parent: null },
    by: checkAddress,
  },
  {
    what: 'our host behind a name',
    frame: { url: 'app://redaksi@example/', parent: null },
    by: checkAddress,
  },
  { what: 'an empty page', frame: { url: 'about:blank', parent: null }, by: checkAddress },
]

describe('the gate of the bridge', () => {
  it('lets our own page in', async () => {
    const { call, backend } = await open()
    expect([await call(OWN), backend.reached]).toEqual([{ ok: true, value: {} }, ['carry.echo']])
  })

  it.each(FOREIGN)('refuses $what before anything is done', async ({ frame }) => {
    const { call, backend } = await open()
    expect(await call(frame)).toMatchObject({ ok: false, error: { code: 'main.sender-refused' } })
    expect(backend.reached).toEqual([])
  })

  it('refuses a frame that is gone, and a window that the factory did not make', async () => {
    const { call, backend } = await open()
    const refused = { ok: false, error: { code: 'main.sender-refused' } }
    expect([await call(null), await call(OWN, new ContentsStandIn())]).toMatchObject([refused, refused])
    expect(backend.reached).toEqual([])
  })

  it.each(FOREIGN)('would let in $what without its check', async ({ frame, by }) => {
    const { call, backend } = await open(SENDER_CHECKS.filter((check) => check !== by))
    expect(await call(frame)).toEqual({ ok: true, value: {} })
    expect(backend.reached).toEqual(['carry.echo'])
  })

  it('would let in a foreign window without its check', async () => {
    const { call } = await open(SENDER_CHECKS.filter((check) => check !== checkWindow))
    expect(await call(OWN, new ContentsStandIn())).toEqual({ ok: true, value: {} })
  })

  it.each(['bridge:call', 'bridge:blob', 'bridge:listen'])('guards %s', async (channel) => {
    const { invoke, contents } = await open()
    expect(await invoke(contents, FOREIGN[0]?.frame ?? null, channel, [])).toMatchObject({
      error: { code: 'main.sender-refused' },
    })
  })

  it('refuses a message that is too large before the dispatcher sees it', async () => {
    const { call, backend, contents } = await open()
    const text = 'x'.repeat(LARGEST_ARGUMENT + 5_000)
    expect(await call(OWN, contents, 'carry.echo', { text })).toMatchObject({
      error: { code: 'bridge.too-large' },
    })
    expect(backend.reached).toEqual([])
  })

  it.each([[7, {}], [{ toString: 'carry.echo' }], [], [null, null]])(
    'refuses a method that is no name (%#)',
    async (...given) => {
      const { invoke, contents } = await open()
      expect(await invoke(contents, OWN, 'bridge:call', given)).toMatchObject({
        error: { code: 'bridge.unknown-method' },
      })
    },
  )

  it('takes bytes only as bytes', async () => {
    const { invoke, contents } = await open()
    for (const bytes of ['kata', [1, 2], { length: 9 }, null])
      expect(await invoke(contents, OWN, 'bridge:blob', ['a'.repeat(64), bytes])).toMatchObject({
        error: { code: 'bridge.blob-name' },
      })
  })

  it('tells events to pages that listen alone, and to none that is gone', async () => {
    const { backend, contents, invoke } = await open()
    const heard: unknown[] = []
    contents.heard.on('bridge:event', (...given: unknown[]) => heard.push(given.slice(1)))
    backend.emit('drafts.changed', { id: 'a', revision: 1 })
    await invoke(contents, OWN, 'bridge:listen', [])
    backend.emit('drafts.changed', { id: 'a', revision: 2 })
    await new Promise((resolve) => setImmediate(resolve))
    contents.emit('destroyed')
    backend.emit('drafts.changed', { id: 'a', revision: 3 })
    await new Promise((resolve) => setImmediate(resolve))
    expect(heard).toEqual([['drafts.changed', { id: 'a', revision: 2 }]])
  })

  it('leaves no channel behind when it is closed', async () => {
    const { bridge, channels } = await open()
    bridge.close()
    expect(channels()).toEqual([])
  })
})
