import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type RawData, type WebSocket } from 'ws'
import { z } from 'zod'
import { appContract, listEventNames, type Backend } from '../bridge/index.ts'
import { isSameSecret } from './credentials.ts'

/** What is said to a page that listens. A page that knows `run` and `sequence` from before has missed nothing. */
export type EventMessage =
  | { readonly kind: 'hello'; readonly run: string; readonly sequence: number }
  | { readonly kind: 'event'; readonly sequence: number; readonly event: string; readonly told: unknown }
  | { readonly kind: 'alive' }

export interface EventsOptions {
  readonly backend: Backend
  readonly key: string
  /** Names this run: after a restart the numbers begin anew. */
  readonly run: string
}

/** The page's side counts on a sign of life at least this often, in milliseconds. */
const ALIVE_EVERY = 15_000
/** How long a new listener may take to show its key. */
const KEY_WITHIN = 5_000
const SMALL_MESSAGE = 1024
const MOST_LISTENERS = 100
/** A page that does not read is let go, in bytes that wait for it; it comes back and asks for everything anew. */
const MOST_WAITING = 1024 * 1024

/** The reason for which a listener is let go (RFC 6455, 7.4.2: 4000 and up are our own). */
const CLOSE_NO_KEY = 4401

const introduction = z.strictObject({ key: z.string() })

/** The listening pages. */
export interface Events {
  /** Takes over a connection whose request has passed all checks. */
  readonly accept: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
  readonly close: () => void
}

/** Sends every event of the backend to every page that has shown its key. Events only hint: a page then asks. */
export function createEvents({ backend, key, run }: EventsOptions): Events {
  const server = new WebSocketServer({ noServer: true, maxPayload: SMALL_MESSAGE, perMessageDeflate: false })
  const listeners = new Set<WebSocket>()
  let sequence = 0
  const broadcast = (message: EventMessage): void => {
    const text = JSON.stringify(message)
    for (const socket of listeners) send(socket, text)
  }
  const tell = (event: string, told: unknown): void => {
    sequence += 1
    broadcast({ kind: 'event', sequence, event, told })
  }
  const stops = listEventNames(appContract).map((event) => backend.on(event, (told) => tell(event, told)))
  const heartbeat = setInterval(() => broadcast({ kind: 'alive' }), ALIVE_EVERY)
  const welcome = (socket: WebSocket): void => {
    listeners.add(socket)
    send(socket, JSON.stringify({ kind: 'hello', run, sequence } satisfies EventMessage))
  }
  return {
    accept(request, socket, head) {
      if (server.clients.size >= MOST_LISTENERS) return void socket.destroy()
      server.handleUpgrade(request, socket, head, (listener) => receive(listener, key, welcome, listeners))
    },
    close() {
      clearInterval(heartbeat)
      for (const stop of stops) stop()
      for (const socket of server.clients) socket.terminate()
      server.close()
    },
  }
}

/** Waits for the one message that a page has to say. */
function receive(
  socket: WebSocket,
  key: string,
  welcome: (socket: WebSocket) => void,
  listeners: Set<WebSocket>,
): void {
  const refuse = (): void => socket.close(CLOSE_NO_KEY)
  const timer = setTimeout(refuse, KEY_WITHIN)
  socket.on('error', () => socket.terminate())
  socket.on('close', () => {
    clearTimeout(timer)
    listeners.delete(socket)
  })
  socket.on('message', (data) => {
    clearTimeout(timer)
    const given = readKey(data)
    if (listeners.has(socket) || given === null || !isSameSecret(given, key)) return refuse()
    welcome(socket)
  })
}

function readKey(data: RawData): string | null {
  try {
    return introduction.parse(JSON.parse(String(data))).key
  } catch {
    // Not what a page of ours sends: it is refused, and the page's side hears why.
    return null
  }
}

function send(socket: WebSocket, text: string): void {
  if (socket.bufferedAmount > MOST_WAITING) socket.terminate()
  else socket.send(text)
}
