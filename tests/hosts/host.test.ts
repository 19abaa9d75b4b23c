import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createBridgeClient, openEnvelope, type Transport } from '../../src/bridge/index.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'
import { createTestBackend, type CarriedContract } from './test-backend.ts'
import { TEST_HOSTS, type StartTestHost } from './test-host.ts'

/** One suite for every host: what a page may count on, whatever carries its calls. */

async function open(start: StartTestHost) {
  const folder = await makeTemporaryFolder()
  const backend = createTestBackend(folder)
  const host = await start(backend)
  onTestFinished(host.close)
  return { folder, backend, host, client: createBridgeClient<CarriedContract>(host.transport) }
}

const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** Resolves to what an event tells the next so many times. */
function hear(transport: Transport, event: string, times: number): Promise<readonly unknown[]> {
  const heard: unknown[] = []
  return new Promise((resolve) => {
    const stop = transport.on(event, (told) => {
      heard.push(told)
      if (heard.length < times) return
      stop()
      resolve(heard)
    })
  })
}

for (const { name, start } of TEST_HOSTS)
  describe(`the ${name} host`, () => {
    it.each([
      {},
      {
        text: 'Tirtasari, kota-tirtasari.kpu.go.id\u00a0- “Komisi”\u2028\u0000\ufeff',
        deep: [[[{ a: null }]]],
        n: -0.5,
        is: true,
      },
      { half: '\ud800', whole: '\u{1f5f3}', long: 'kata '.repeat(20_000) },
    ])('carries an argument there and the reply back unchanged (%#)', async (argument) => {
      const { client } = await open(start)
      expect(await client.carry.echo(argument)).toEqual(argument)
    })

    it('carries a reply of nothing as null', async () => {
      const { client } = await open(start)
      expect(await client.carry.nothing({})).toBeNull()
    })

    it('keeps the replies of many calls apart', async () => {
      const { client } = await open(start)
      const numbers = Array.from({ length: 60 }, (_, i) => i)
      expect(await Promise.all(numbers.map((page) => client.carry.strict({ page })))).toEqual(numbers)
    })

    it('carries an expected failure with its code and every fact', async () => {
      const { client } = await open(start)
      await expect(client.carry.refuse({})).rejects.toMatchObject({
        code: 'drafts.conflict',
        details: { id: 'a', baseRevision: 3, revision: 4, isSure: true, by: null },
      })
    })

    it('tells the page nothing of a bug but that there was one', async () => {
      const { host, backend } = await open(start)
      const reply = await host.transport.call('carry.break', {})
      expect(reply).toMatchObject({
        ok: false,
        error: { code: 'bridge.bug', details: { method: 'carry.break' } },
      })
      expect(JSON.stringify(reply)).not.toMatch(/rahasia|TypeError|\.ts/)
      expect(backend.bugs).toHaveLength(1)
    })

    it('refuses unknown methods, bad and oversized arguments before any handler', async () => {
      const { client, host } = await open(start)
      const refused = async (method: string, argument: unknown) => {
        await expect(async () =>
          openEnvelope(await host.transport.call(method, argument), method),
        ).rejects.toThrow(/^bridge\./)
        return host.transport.call(method, argument)
      }
      expect(await refused('carry.unheard', {})).toMatchObject({ error: { code: 'bridge.unknown-method' } })
      expect(await refused('__proto__', {})).toMatchObject({ error: { code: 'bridge.unknown-method' } })
      expect(await refused('carry.strict', { page: 'satu' })).toMatchObject({
        error: { code: 'bridge.bad-input', details: { at: 'page' } },
      })
      expect(await refused('carry.echo', { text: 'x'.repeat(1024 * 1024 + 1) })).toMatchObject({
        error: { code: 'bridge.too-large' },
      })
      expect(await client.carry.strict({ page: 1 })).toBe(1)
    })

    it('carries events to the page, in order and whole', async () => {
      const { host, backend } = await open(start)
      await host.listening
      const heard = hear(host.transport, 'drafts.changed', 50)
      const told = Array.from({ length: 50 }, (_, revision) => ({ id: 'a\u00a0b', revision }))
      for (const each of told) backend.emit('drafts.changed', each)
      expect(await heard).toEqual(told)
    })

    it('stops an event for the one listener that has had enough', async () => {
      const { host, backend } = await open(start)
      await host.listening
      const early: unknown[] = []
      host.transport.on('drafts.changed', (told) => early.push(told))()
      const heard = hear(host.transport, 'drafts.changed', 1)
      backend.emit('drafts.changed', { id: 'a', revision: 2 })
      expect([await heard, early]).toEqual([[{ id: 'a', revision: 2 }], []])
    })

    it('takes bytes in under their name, whole', async () => {
      const { host, backend, folder } = await open(start)
      const bytes = Uint8Array.from({ length: 3_000_000 }, (_, i) => (i * 31) % 251)
      const name = sha256Of(bytes)
      expect(await host.putBlob(name, bytes)).toEqual({ ok: true, value: null })
      expect(sha256Of(await readFile(backend.getBlobPath(name)))).toBe(name)
      expect(await readdir(folder)).toEqual([name])
    })

    it.each([
      {
        what: 'others than their name says',
        name: 'f'.repeat(64),
        size: 1_000,
        code: 'bridge.blob-mismatch',
      },
      { what: 'too many', name: 'e'.repeat(64), size: 5 * 1024 * 1024, code: 'bridge.blob-too-large' },
      { what: 'without a proper name', name: 'F'.repeat(64), size: 10, code: 'bridge.blob-name' },
    ])('refuses bytes that are $what, and keeps none of them', async ({ name, size, code }) => {
      const { host, folder } = await open(start)
      expect(await host.putBlob(name, new Uint8Array(size))).toMatchObject({ ok: false, error: { code } })
      expect(await readdir(folder)).toEqual([])
    })

    it('rejects a call as host-lost once the host is gone', async (context) => {
      const { host, client } = await open(start)
      if (host.kill === null) return context.skip('the page dies with this host')
      await host.listening
      const lost = hear(host.transport, 'bridge.lost', 1)
      await host.kill()
      await expect(client.carry.echo({})).rejects.toMatchObject({ code: 'bridge.host-lost' })
      expect(await lost).toEqual([null])
    })
  })
