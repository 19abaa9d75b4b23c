import { setTimeout as sleepFor } from 'node:timers/promises'
import { isRedaksiError } from '../base/errors.ts'
import type { Connection } from '../newsroom/publish/index.ts'
import { readHeard, readHeardOf, summariseHeard, type Heard } from './answer-reach.ts'
import type { Newsroom } from './newsroom.ts'

/**
 * Publishing while the interface is open. It promises that what is queued leaves by itself as soon as the way is open,
 * and that *online* and *offline* are what was last found, not what is hoped for.
 */
export interface Delivery {
  /** How things stand. */
  connection(): Promise<Connection>
  /** Tries at once whatever waits, and whichever host was given up for a while. */
  retryNow(): void
  /** Says that the outbox has changed; the listeners are told soon, once for many changes. */
  note(): void
  /** Resolves when nothing is sent any more: at most a few seconds, for the answers that are out. */
  stop(): Promise<void>
}

export interface DeliveryOptions {
  readonly newsroom: Pick<Newsroom, 'publisher' | 'targets' | 'library'>
  readonly tell: (connection: Connection) => void
  readonly onBug: (error: unknown, at: string) => void
  /** Whether what is queued leaves; unless told, it does. */
  readonly isSending?: boolean
  /** How often idle targets are asked whether they are there, in milliseconds. */
  readonly probeEvery?: number
}

const PROBE_EVERY = 60_000
/** After this machine's own disk failed. */
const PAUSE = 30_000
/** How long changes are gathered before they are told. */
const GATHER = 100

interface State extends DeliveryOptions {
  readonly heard: Map<string, Heard>
  readonly stopped: AbortController
  run: AbortController
  problem: string | null
  gathering: NodeJS.Timeout | null
}

/** Starts sending and probing, where the library may be written. */
export function startDelivery(options: DeliveryOptions): Delivery {
  const stopped = new AbortController()
  const state: State = {
    ...options,
    heard: new Map(),
    stopped,
    run: new AbortController(),
    problem: null,
    gathering: null,
  }
  const isSending = (options.isSending ?? true) && options.newsroom.library.mode === 'write'
  const tasks = isSending ? [sendUntilStopped(state), probeUntilStopped(state)] : []
  return {
    connection: () => readConnection(state),
    retryNow: () => state.run.abort(),
    note: () => note(state),
    async stop() {
      stopped.abort()
      state.run.abort()
      if (state.gathering !== null) clearTimeout(state.gathering)
      await Promise.all(tasks)
    },
  }
}

async function sendUntilStopped(state: State): Promise<void> {
  const { newsroom, stopped } = state
  while (!stopped.signal.aborted) {
    state.run = new AbortController()
    try {
      await newsroom.publisher.sync({
        once: false,
        signal: state.run.signal,
        onProgress: (entry) => hear(state, entry.target, readHeardOf(entry)),
      })
      state.problem = null
    } catch (error) {
      // Nothing is lost: what was not recorded as sent is looked up first. The person sees the reason meanwhile.
      if (!isRedaksiError(error)) state.onBug(error, 'publish.sync')
      state.problem = isRedaksiError(error) ? error.code : 'bridge.bug'
      note(state)
      await pause(PAUSE, [state.run.signal, stopped.signal])
    }
  }
}

/** Targets with something waiting are probed by sending. */
async function probeUntilStopped(state: State): Promise<void> {
  const { newsroom, stopped, probeEvery = PROBE_EVERY } = state
  while (!stopped.signal.aborted) {
    const busy = new Set((await newsroom.publisher.entries().catch(() => [])).map((entry) => entry.target))
    const targets = await newsroom.targets.list().catch(() => [])
    forgetAllBut(
      state,
      targets.map((target) => target.name),
    )
    await Promise.all(targets.filter(({ name }) => !busy.has(name)).map(({ name }) => probe(state, name)))
    await pause(probeEvery, [stopped.signal])
  }
}

async function probe(state: State, name: string): Promise<void> {
  const heard = await state.newsroom.targets.test(name).then(
    () => 'answered' as const,
    (error: unknown) => (isRedaksiError(error) ? readHeard(error.code) : null),
  )
  const before = summariseHeard(state.heard.values())
  if (heard !== null) state.heard.set(name, heard)
  if (summariseHeard(state.heard.values()) !== before) note(state)
}

function hear(state: State, target: string, heard: Heard | null): void {
  if (heard !== null) state.heard.set(target, heard)
  state.problem = null
  note(state)
}

function forgetAllBut({ heard }: State, names: readonly string[]): void {
  for (const name of heard.keys()) if (!names.includes(name)) heard.delete(name)
}

function note(state: State): void {
  if (state.stopped.signal.aborted) return
  state.gathering ??= setTimeout(() => {
    state.gathering = null
    readConnection(state).then(state.tell, (error: unknown) => state.onBug(error, 'publish.entries'))
  }, GATHER)
}

async function readConnection({ newsroom, heard, problem }: State): Promise<Connection> {
  const entries = await newsroom.publisher.entries()
  const parked = entries.filter((entry) => entry.state === 'parked').length
  const waiting = entries.filter((entry) => entry.state !== 'parked' && entry.state !== 'done').length
  return { state: summariseHeard(heard.values()), waiting, parked, problem }
}

async function pause(milliseconds: number, signals: readonly AbortSignal[]): Promise<void> {
  await sleepFor(milliseconds, undefined, { signal: AbortSignal.any([...signals]) }).catch(() => undefined)
}
