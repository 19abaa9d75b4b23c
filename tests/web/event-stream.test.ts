import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createEventStream, type SocketListener } from '../../src/renderer/src/transport/event-stream.ts'

/** A stream over connections that the test plays, on a clock that the test turns. */
function openStream() {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const sockets: { readonly listener: SocketListener; readonly sent: string[]; isClosed: boolean }[] = []
  const heard: string[] = []
  const stream = createEventStream({
    connect(listener) {
      const socket = { listener, sent: [] as string[], isClosed: false }
      sockets.push(socket)
      return { send: (text) => socket.sent.push(text), close: () => void (socket.isClosed = true) }
    },
    readKey: () => 'kunci',
    emit: (event, told) => heard.push(told === null ? event : `${event} ${JSON.stringify(told)}`),
    random: () => 1,
  })
  stream.open()
  const say = (message: object, at = sockets.length - 1) =>
    sockets[at]?.listener.onMessage(JSON.stringify(message))
  const hello = (sequence: number, run = 'a') => say({ kind: 'hello', run, sequence })
  return { stream, sockets, heard, say, hello }
}

describe('createEventStream', () => {
  it('shows its key first, and hears events only after the host has answered', () => {
    const { sockets, heard, say, hello } = openStream()
    say({ kind: 'event', sequence: 1, event: 'drafts.changed', told: { id: 'x' } })
    sockets[0]?.listener.onOpen()
    hello(1)
    say({ kind: 'event', sequence: 2, event: 'drafts.changed', told: { id: 'a' } })
    expect(sockets[0]?.sent).toEqual(['{"key":"kunci"}'])
    expect(heard).toEqual(['bridge.missed', 'drafts.changed {"id":"a"}'])
  })

  it('misses nothing when it is back before anything happened', () => {
    const { sockets, heard, say, hello } = openStream()
    hello(4)
    say({ kind: 'event', sequence: 5, event: 'drafts.changed', told: { id: 'a' } })
    sockets[0]?.listener.onClose()
    vi.advanceTimersByTime(250)
    hello(5)
    expect(heard.slice(2)).toEqual(['bridge.lost', 'bridge.found'])
  })

  it.each([
    { what: 'an event went by', sequence: 6, run: 'a' },
    { what: 'another run counts anew', sequence: 4, run: 'b' },
  ])('knows that it missed some when $what', ({ sequence, run }) => {
    const { sockets, heard, hello } = openStream()
    hello(4)
    sockets[0]?.listener.onClose()
    vi.advanceTimersByTime(250)
    hello(sequence, run)
    expect(heard).toEqual(['bridge.missed', 'bridge.lost', 'bridge.found', 'bridge.missed'])
  })

  it('keeps trying, further and further apart, and says only once that the host is lost', () => {
    const { sockets, heard } = openStream()
    for (const pause of [250, 500, 1_000, 2_000, 4_000, 4_000]) {
      const before = sockets.length
      sockets.at(-1)?.listener.onClose()
      vi.advanceTimersByTime(pause - 1)
      expect(sockets).toHaveLength(before)
      vi.advanceTimersByTime(1)
      expect(sockets).toHaveLength(before + 1)
    }
    expect(heard).toEqual(['bridge.lost'])
  })

  it('gives up a host that gives no sign of life', () => {
    const { sockets, heard, say, hello } = openStream()
    hello(0)
    vi.advanceTimersByTime(39_000)
    say({ kind: 'alive' })
    vi.advanceTimersByTime(39_000)
    expect(heard).toEqual(['bridge.missed'])
    vi.advanceTimersByTime(1_000)
    expect([heard, sockets[0]?.isClosed]).toEqual([['bridge.missed', 'bridge.lost'], true])
  })

  it('tries at once when it is hurried, and not at all when it is closed', () => {
    const { stream, sockets } = openStream()
    sockets[0]?.listener.onClose()
    stream.hurry()
    stream.hurry()
    expect(sockets).toHaveLength(2)
    stream.close()
    sockets[1]?.listener.onClose()
    vi.advanceTimersByTime(60_000)
    expect(sockets).toHaveLength(2)
  })

  it('ignores what is no message of ours', () => {
    const { sockets, heard, hello } = openStream()
    hello(1)
    for (const text of ['', 'halo', 'null', '[]', '{"sequence":"2","event":"x"}', '{"sequence":2}'])
      sockets[0]?.listener.onMessage(text)
    expect(heard).toEqual(['bridge.missed'])
  })
})
