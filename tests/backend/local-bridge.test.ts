import { createHash } from 'node:crypto'
import { chmod, mkdir, readFile, stat, symlink, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openLocalBridge } from '../../src/backend/local-bridge.ts'
import { chooseSocketPlace } from '../../src/base/node/socket-place.ts'
import { createSocketTransport } from '../../src/cli/socket-client.ts'
import { createTestBackend } from '../hosts/test-backend.ts'
import { codeOf } from '../support/code-of.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'

async function openBridge() {
  const folder = await makeTemporaryFolder()
  const runtime = join(folder, 'run')
  await mkdir(runtime)
  const backend = createTestBackend(join(folder, 'incoming'))
  const env = { XDG_RUNTIME_DIR: runtime }
  const open = () => openLocalBridge({ backend, folder, env, onBug: backend.onBug })
  const bridge = await open()
  onTestFinished(async () => bridge?.close())
  return { folder, runtime, backend, open, bridge, path: bridge?.path ?? '' }
}

describe('the local bridge', () => {
  it('is reached by its user alone', async () => {
    const { path } = await openBridge()
    const modes = [await stat(dirname(path)), await stat(path)].map(({ mode }) => mode & 0o777)
    expect(modes).toEqual([0o700, 0o600])
  })

  it('narrows a folder that others could look into, and leaves one alone that is a link', async () => {
    const { runtime, open, bridge } = await openBridge()
    await bridge?.close()
    const parent = join(runtime, 'redaksi')
    await chmod(parent, 0o755)
    const again = await open()
    expect((await stat(parent)).mode & 0o777).toBe(0o700)
    await again?.close()

    const elsewhere = await openBridge()
    await elsewhere.bridge?.close()
    const folder = await makeTemporaryFolder()
    await symlink(join(elsewhere.runtime, 'redaksi'), join(folder, 'redaksi'))
    const { backend } = elsewhere
    const env = { XDG_RUNTIME_DIR: folder }
    expect(await openLocalBridge({ backend, folder, env, onBug: backend.onBug })).toBeNull()
  })

  it('answers calls in envelopes, through the same parsers, and takes bytes under their digest', async () => {
    const { path, backend, folder } = await openBridge()
    const { call, putFile } = createSocketTransport(path)
    expect(await call('carry.echo', { kata: 'satu' })).toEqual({ ok: true, value: { kata: 'satu' } })
    expect(await call('carry.nothing', {})).toEqual({ ok: true, value: null })
    expect(await call('carry.strict', { page: 'satu' })).toMatchObject({
      error: { code: 'bridge.bad-input' },
    })
    expect(await call('carry.nowhere', {})).toMatchObject({ error: { code: 'bridge.unknown-method' } })
    expect(await call('carry.unsayable', {})).toMatchObject({ error: { code: 'bridge.bug' } })
    const file = join(folder, 'foto')
    await writeFile(file, 'isi')
    const sha256 = createHash('sha256').update('isi').digest('hex')
    expect(await putFile(sha256, file)).toEqual({ ok: true, value: null })
    expect(await readFile(backend.getBlobPath(sha256), 'utf8')).toBe('isi')
    expect(await putFile('0'.repeat(64), file)).toMatchObject({ error: { code: 'bridge.blob-mismatch' } })
  })

  it('refuses everything else: events, other paths, and what is no JSON', async () => {
    const { path, backend } = await openBridge()
    const ask = (method: string, at: string, body = '') =>
      new Promise<string>((resolve, reject) => {
        const asked = request({ socketPath: path, method, path: at }, (reply) => {
          let text = ''
          reply.on('data', (chunk: Buffer) => (text += chunk.toString()))
          reply.on('end', () => resolve(text))
        })
        asked.on('error', reject)
        asked.end(body)
      })
    expect(await ask('GET', '/')).toContain('bridge.unknown-method')
    expect(await ask('GET', '/bridge/carry.echo')).toContain('bridge.unknown-method')
    expect(await ask('PUT', '/blobs/../secret')).toContain('bridge.unknown-method')
    expect(await ask('POST', '/bridge/carry.echo', '{')).toContain('bridge.bad-input')
    const upgrade = new Promise((resolve) => {
      const headers = { connection: 'upgrade', upgrade: 'websocket' }
      const asked = request({ socketPath: path, path: '/events', headers })
      asked.on('error', () => resolve('cut'))
      asked.on('upgrade', () => resolve('upgraded'))
      asked.end()
    })
    expect(await upgrade).toBe('cut')
    expect(backend.reached).toEqual([])
  })

  it('takes the place of a socket that was left behind; a caller is told when nobody answers', async () => {
    const { path, open, bridge } = await openBridge()
    await bridge?.close()
    expect(await codeOf(createSocketTransport(path).call('carry.echo', {}))).toBe('bridge.host-lost')
    // A process that is killed leaves its socket behind.
    await writeFile(path, '')
    const again = await open()
    expect(await createSocketTransport(path).call('carry.echo', {})).toMatchObject({ ok: true })
    await again?.close()
  })

  it('says that the host is lost when an answer is cut off', async () => {
    const path = join(await makeTemporaryFolder(), 'cut.sock')
    const server = createServer((socket) =>
      socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"ok":true')),
    )
    await new Promise<void>((resolve) => server.listen(path, resolve))
    onTestFinished(() => void server.close())
    expect(await codeOf(createSocketTransport(path).call('carry.echo', {}))).toBe('bridge.host-lost')
  })
})

describe('chooseSocketPlace', () => {
  const facts = { platform: 'linux' as const, env: {}, temporary: '/tmp', user: 1000 }

  it('is the user’s runtime folder, else one of the user’s own among the temporary files', () => {
    const runtime = chooseSocketPlace('/a', { ...facts, env: { XDG_RUNTIME_DIR: '/run/user/1000' } })
    expect(runtime?.parent).toBe('/run/user/1000/redaksi')
    expect(chooseSocketPlace('/a', facts)?.parent).toBe('/tmp/redaksi-1000')
    expect(chooseSocketPlace('/a', { ...facts, env: { XDG_RUNTIME_DIR: 'run' } })?.parent).toBe(
      '/tmp/redaksi-1000',
    )
  })

  it('is a pipe on Windows, another one for another folder, and none where the path is too long', () => {
    const windows = { ...facts, platform: 'win32' as const }
    expect(chooseSocketPlace('C:\\a', windows)?.path).toMatch(/^\\\\\.\\pipe\\redaksi-[0-9a-f]{24}$/)
    expect(chooseSocketPlace('C:\\b', windows)?.path).not.toBe(chooseSocketPlace('C:\\a', windows)?.path)
    expect(chooseSocketPlace('/a', { ...facts, temporary: `/${'x'.repeat(100)}` })).toBeNull()
  })
})
