import { describe, expect, it } from 'vitest'
import { RedaksiError } from '../../src/base/errors.ts'
import { createBridgeClient, createDispatcher, openEnvelope, type Transport } from '../../src/bridge/index.ts'
import { notesContract, type NotesContract } from './notes-contract.ts'

function connect(over: Partial<Transport> = {}) {
  const calls: unknown[] = []
  const listeners = new Map<string, (told: unknown) => void>()
  const dispatch = createDispatcher(
    notesContract,
    {
      notes: {
        add: (note) => note,
        list: () => {
          throw new RedaksiError('notes.none', { pages: 0 })
        },
      },
      clock: { read: () => 7 },
    },
    { onBug: () => undefined },
  )
  const transport: Transport = {
    call(method, argument) {
      calls.push([method, argument])
      // What crosses a real bridge is a copy.
      return dispatch(method, argument).then((envelope) => structuredClone(envelope))
    },
    on(event, listener) {
      listeners.set(event, listener)
      return () => void listeners.delete(event)
    },
    ...over,
  }
  return { client: createBridgeClient<NotesContract>(transport), calls, listeners }
}

describe('createBridgeClient', () => {
  it('calls a dotted method and resolves to its value', async () => {
    const { client, calls } = connect()
    expect(await client.notes.add({ text: 'Rapat', pages: 3 })).toEqual({ text: 'Rapat', pages: 3 })
    expect(calls).toEqual([['notes.add', { text: 'Rapat', pages: 3 }]])
  })

  it('needs no argument where all of it is optional', async () => {
    const { client, calls } = connect()
    expect(await client.clock.read()).toBe(7)
    expect(calls).toEqual([['clock.read', {}]])
  })

  it('rejects with the failure as a RedaksiError', async () => {
    const { client } = connect()
    const failure = await client.notes.list({ limit: 2 }).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(RedaksiError)
    expect(failure).toMatchObject({ code: 'notes.none', details: { pages: 0 } })
  })

  it('rejects with what the transport says when no reply came', async () => {
    const { client } = connect({ call: () => Promise.reject(new RedaksiError('bridge.host-lost')) })
    await expect(client.clock.read()).rejects.toMatchObject({ code: 'bridge.host-lost' })
  })

  it('hears an event until it is told to stop', () => {
    const { client, listeners } = connect()
    const heard: number[] = []
    const stop = client.on('notes.added', ({ pages }) => heard.push(pages))
    listeners.get('notes.added')?.({ pages: 4 })
    stop()
    expect([heard, listeners.size]).toEqual([[4], 0])
  })

  it('is no promise, so that it can be awaited and returned', async () => {
    const { client, calls } = connect()
    expect(await Promise.resolve(client)).toBe(client)
    expect(await Promise.resolve(client.notes)).toBe(client.notes)
    expect(calls).toEqual([])
  })
})

describe('openEnvelope', () => {
  it('takes the value out', () => {
    expect(openEnvelope({ ok: true, value: [1] }, 'notes.list')).toEqual([1])
  })

  it.each([
    null,
    'ok',
    7,
    [],
    {},
    { ok: 1 },
    { ok: false },
    { ok: false, error: 'x' },
    { ok: false, error: { code: 'x', details: {} } },
    { ok: false, error: { code: 'a.b', details: { a: {} } } },
    '<html>Masuk ke Wi-Fi</html>',
  ])('refuses %j as no envelope', (reply) => {
    expect(() => openEnvelope(reply, 'notes.list')).toThrow(
      expect.objectContaining({ code: 'bridge.bad-reply', details: { method: 'notes.list' } }),
    )
  })
})
