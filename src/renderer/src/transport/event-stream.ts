import { getField } from './session.ts'

/** Who hears a socket. After `onClose` it hears nothing more. */
export interface SocketListener {
  readonly onOpen: () => void
  readonly onMessage: (text: string) => void
  readonly onClose: () => void
}

/** An open or opening connection. */
export interface Socket {
  readonly send: (text: string) => void
  readonly close: () => void
}

/** Opens a connection; one that cannot be made is closed soon. */
export type Connect = (listener: SocketListener) => Socket

export interface EventStreamOptions {
  readonly connect: Connect
  readonly readKey: () => string
  readonly emit: (event: string, told: unknown) => void
  /** Random, from 0 to 1: pages that lost one host do not all come back at once. */
  readonly random: () => number
}

/** A host that is silent for longer is gone: it gives a sign of life every 15 s. In milliseconds. */
const LONGEST_SILENCE = 40_000
const FIRST_PAUSE = 250
const LONGEST_PAUSE = 4_000

/** The connection that events come over. */
export interface EventStream {
  /** Begins to hear. Doing it again does nothing. */
  readonly open: () => void
  /** Tries again now rather than later: the person came back to the page, or a call got through. */
  readonly hurry: () => void
  readonly close: () => void
}

interface State extends EventStreamOptions {
  socket: Socket | null
  timer: ReturnType<typeof setTimeout> | undefined
  failures: number
  isOpen: boolean
  isLost: boolean
  isClosed: boolean
  /** The host's run and the number of its last event that was heard; null before the first. */
  heard: { readonly run: string; readonly sequence: number } | null
}

/**
 * Hears the host's events from `open` on, for as long as the page lives. When the host is gone it says `bridge.lost` once and keeps
 * trying; when it is back, `bridge.found`; and whenever events may have gone by unheard, `bridge.missed`.
 */
export function createEventStream(options: EventStreamOptions): EventStream {
  const state: State = {
    ...options,
    socket: null,
    timer: undefined,
    failures: 0,
    isOpen: false,
    isLost: false,
    isClosed: false,
    heard: null,
  }
  return {
    open() {
      if (state.isOpen || state.isClosed) return
      state.isOpen = true
      connect(state)
    },
    hurry() {
      if (!state.isOpen || state.socket !== null || state.isClosed) return
      clearTimeout(state.timer)
      connect(state)
    },
    close() {
      state.isClosed = true
      clearTimeout(state.timer)
      state.socket?.close()
    },
  }
}

function connect(state: State): void {
  const socket = state.connect({
    onOpen: () => socket.send(JSON.stringify({ key: state.readKey() })),
    onMessage(text) {
      if (state.socket !== socket) return
      expectSign(state, socket)
      receive(state, parse(text))
    },
    onClose() {
      if (state.socket === socket) lose(state)
    },
  })
  state.socket = socket
  expectSign(state, socket)
}

/** A connection that says nothing is given up without waiting for its end: the other side may be asleep. */
function expectSign(state: State, socket: Socket): void {
  clearTimeout(state.timer)
  state.timer = setTimeout(() => {
    socket.close()
    if (state.socket === socket) lose(state)
  }, LONGEST_SILENCE)
}

function lose(state: State): void {
  clearTimeout(state.timer)
  state.socket = null
  if (state.isClosed) return
  if (!state.isLost) {
    state.isLost = true
    state.emit('bridge.lost', null)
  }
  const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** state.failures)
  state.failures += 1
  state.timer = setTimeout(() => connect(state), pause * (0.5 + state.random() / 2))
}

function receive(state: State, message: unknown): void {
  const sequence = getField(message, 'sequence')
  if (typeof sequence !== 'number') return
  const run = getField(message, 'run')
  if (typeof run === 'string') return welcome(state, { run, sequence })
  const event = getField(message, 'event')
  if (state.heard === null || typeof event !== 'string') return
  state.heard = { ...state.heard, sequence }
  state.emit(event, getField(message, 'told'))
}

function welcome(state: State, said: NonNullable<State['heard']>): void {
  const { heard } = state
  state.heard = said
  state.failures = 0
  if (state.isLost) {
    state.isLost = false
    state.emit('bridge.found', null)
  }
  // Before the first connection the page has asked for everything only now, so that it, too, may have missed some.
  if (heard === null || heard.run !== said.run || heard.sequence !== said.sequence)
    state.emit('bridge.missed', null)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Not from our host; the silence that follows ends the connection.
    return null
  }
}
