import { RedaksiError } from '../../../base/errors.ts'
import type { BridgeErrorCode, Transport } from '../../../bridge/index.ts'
import { createEventStream, type Connect } from './event-stream.ts'
import { getField, readKey, type Fetch, type PageStorage } from './session.ts'

/** The browser, as arguments. */
export interface WebTransportOptions {
  readonly fetch: Fetch
  /** Opens the connection that events come over. */
  readonly connect: Connect
  readonly storage: PageStorage
  readonly random: () => number
  /** Puts off what can wait until what is due is on the screen. */
  readonly putOff: (task: () => void) => void
}

/** The page's way to the web host: the two functions of a transport, and the way for bytes. */
export interface WebTransport extends Transport {
  /** Puts bytes under their SHA-256; resolves to an envelope when they are on the disk. */
  readonly putBlob: (sha256: string, bytes: Blob) => Promise<unknown>
  /** Looks for a lost host now rather than later. */
  readonly hurry: () => void
  readonly close: () => void
}

/**
 * Makes the transport. A call is sent once: whether one that was cut off was carried out nobody knows, so it is for the
 * caller to ask again. It rejects with `bridge.host-lost` when no answer came, and with `bridge.session-ended` when a
 * host answers that has not let this page in. Listening begins soon after somebody wants to hear something, and goes on
 * by itself through both.
 */
export function createWebTransport(options: WebTransportOptions): WebTransport {
  const { fetch, connect, storage, random, putOff } = options
  const listeners = new Map<string, Set<(told: unknown) => void>>()
  const emit = (event: string, told: unknown): void => {
    for (const listener of listeners.get(event) ?? []) listener(told)
  }
  const stream = createEventStream({ connect, readKey: () => readKey(storage), emit, random })
  const send = async (path: string, request: RequestInit, type: string): Promise<unknown> => {
    const headers = { 'content-type': type, 'x-redaksi-key': readKey(storage) }
    const reply = await ask(fetch, path, { ...request, headers })
    stream.hurry()
    return reply
  }
  return {
    call: (method, argument) =>
      send(
        `/bridge/${encodeURIComponent(method)}`,
        { method: 'POST', body: JSON.stringify(argument) },
        'application/json',
      ),
    putBlob: (sha256, bytes) =>
      send(`/blobs/${sha256}`, { method: 'PUT', body: bytes }, 'application/octet-stream'),
    on(event, listener) {
      if (listeners.size === 0) putOff(stream.open)
      const own = (told: unknown): void => listener(told)
      const all = listeners.get(event) ?? new Set()
      listeners.set(event, all.add(own))
      return () => void all.delete(own)
    },
    hurry: stream.hurry,
    close: stream.close,
  }
}

async function ask(fetch: Fetch, path: string, request: RequestInit): Promise<unknown> {
  let reply: unknown
  try {
    reply = await (await fetch(path, request)).json()
  } catch (cause) {
    throw new RedaksiError<BridgeErrorCode>('bridge.host-lost', {}, cause)
  }
  if (getField(getField(reply, 'error'), 'code') === 'web.no-session')
    throw new RedaksiError<BridgeErrorCode>('bridge.session-ended')
  return reply
}
