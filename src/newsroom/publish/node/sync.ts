import { setTimeout as sleepFor } from 'node:timers/promises'
import { toIso, type Clock } from '../../../base/clock.ts'
import type { RandomBytes } from '../../../base/ids.ts'
import { hasCome } from '../backoff.ts'
import type { Entry, EntrySummary } from '../entry.ts'
import { readTryFailure } from '../failure.ts'
import type { Target, TargetAdapter } from '../target.ts'
import { isPausing } from '../transitions.ts'
import { findNextDue, selectTurns } from '../turns.ts'
import { deliver, type DeliveryOptions } from './delivery.ts'
import { createLanes, type Lanes } from './lanes.ts'
import { ANSWERED, type TrySignal } from './outcomes.ts'
import type { TargetFile } from './targets.ts'

/**
 * One run of the outbox: whatever may leave does, as many at a time as is fit, until nothing is left that is worth
 * waiting for, or for as long as it is watched.
 */
export interface RunOptions {
  readonly delivery: Omit<DeliveryOptions, 'onSent' | 'onDone'>
  readonly targets: TargetFile
  readonly adapters: (target: Target) => TargetAdapter
  readonly clock: Clock
  readonly random: RandomBytes
  readonly sleep: Sleep
  /** Returns once what is due is done, and what falls due soon after. */
  readonly once: boolean
  /** How long a run that is not watched waits for what falls due, after the last success, in milliseconds. */
  readonly patience: number
  readonly signal: AbortSignal
  readonly onDone: (entry: EntrySummary) => void
}

/** Waits so many milliseconds, or until the signal. It never throws. */
export type Sleep = (milliseconds: number, signal: AbortSignal) => Promise<void>

export const systemSleep: Sleep = (milliseconds, signal) =>
  sleepFor(milliseconds, undefined, { signal }).catch(() => undefined)

/** How long a stopped run waits for the answers that are out. */
const GRACE = 5_000
/** While watched, how often a target that refused our credentials is asked whether it takes them now. */
const RETEST = 15 * 60_000
/** A watched run looks again at least so often, since the clock may be set in between. */
const LONGEST_SLEEP = 60_000

/** A run under way. */
export interface Run {
  /** The entries for which a write has left. */
  readonly sent: ReadonlySet<string>
  /** Whether an entry is being tried. */
  isOut(id: string): boolean
  /** Tells the run that something has changed. */
  wake(): void
  /** Resolves when no try is out any more: a stopped run ends before the last answers have come. */
  settle(): Promise<unknown>
  /** Resolves when the run has ended; rejects when this machine's own disk failed. */
  readonly ended: Promise<void>
}

interface State extends RunOptions {
  readonly lanes: Lanes
  readonly sent: Set<string>
  /** The tries that are out: by entry, and by `test ` and the target's name. */
  readonly out: Map<string, Promise<void>>
  /** The paused targets, and when to test each again; null for not in this run. */
  readonly tests: Map<string, number | null>
  readonly made: Map<string, TargetAdapter>
  lastDone: number
  failure: { readonly error: unknown } | null
  changed: PromiseWithResolvers<void>
}

/** Starts a run. Every target that is paused is tested once. */
export function startRun(options: RunOptions): Run {
  const state: State = {
    ...options,
    lanes: createLanes(options.clock, options.random),
    sent: new Set(),
    out: new Map(),
    tests: new Map(findPaused(options.delivery.outbox.list()).map((name) => [name, options.clock.now()])),
    made: new Map(),
    lastDone: options.clock.now(),
    failure: null,
    changed: Promise.withResolvers(),
  }
  const wake = () => state.changed.resolve()
  options.signal.addEventListener('abort', wake, { once: true })
  const ended = runToEnd(state).finally(() => options.signal.removeEventListener('abort', wake))
  const settle = () => Promise.all(state.out.values())
  return { sent: state.sent, isOut: (id) => state.out.has(id), wake, settle, ended }
}

async function runToEnd(state: State): Promise<void> {
  for (;;) {
    state.changed = Promise.withResolvers()
    const isStopping = state.signal.aborted || state.failure !== null
    const next = isStopping ? null : await startDue(state)
    if (state.out.size === 0) {
      if (state.failure !== null) throw state.failure.error
      if (isStopping) return
      if (state.once && (next === null || next > state.lastDone + state.patience)) return
    }
    const sleep =
      next === null ? LONGEST_SLEEP : Math.min(Math.max(next - state.clock.now(), 0), LONGEST_SLEEP)
    const isLate = await waitForChange(state, isStopping ? GRACE : sleep)
    if (isStopping && isLate) return
  }
}

/** Starts whatever may run now. Returns when the next will be due (milliseconds), or null. */
async function startDue(state: State): Promise<number | null> {
  const { outbox } = state.delivery
  const targets = await state.targets.list()
  await parkStranded(state, targets)
  // One instant for all: a hold that ended between two looks would be neither waited for nor over.
  const now = state.clock.now()
  const paused = new Set(findPaused(outbox.list()))
  for (const name of state.tests.keys()) if (!paused.has(name)) state.tests.delete(name)
  const times: number[] = []
  for (const target of targets) {
    const time = paused.has(target.name) ? testIfDue(state, target, now) : startEntries(state, target, now)
    if (time !== null) times.push(time)
  }
  return times.length === 0 ? null : Math.min(...times)
}

/** An entry whose target is gone waits for a person: it may be added again. */
async function parkStranded(
  { delivery: { outbox }, clock, out }: State,
  targets: readonly Target[],
): Promise<void> {
  const names = new Set(targets.map((target) => target.name))
  for (const { id, target, state } of outbox.list()) {
    if (names.has(target) || state === 'parked' || out.has(id)) continue
    const problem = { code: 'publish.target-gone', detail: target, at: toIso(clock.now()) }
    await outbox.advance(id, { kind: 'park', problem, seen: null })
  }
}

function startEntries(state: State, target: Target, now: number): number | null {
  const { lanes, out, delivery } = state
  const entries = delivery.outbox.list().filter((entry) => entry.target === target.name)
  const turns = selectTurns(entries, now).filter((entry) => !out.has(entry.id))
  for (const entry of turns.slice(0, lanes.countFree(target, now))) {
    start(state, target, entry.id, () => tryEntry(state, target, entry))
  }
  return turns.length > 0 ? lanes.getHold(target, now) : findNextDue(entries, now)
}

function testIfDue(state: State, target: Target, now: number): number | null {
  const { tests, lanes, once } = state
  if (!tests.has(target.name)) tests.set(target.name, once ? null : now + RETEST)
  const time = tests.get(target.name) ?? null
  const key = `test ${target.name}`
  if (time === null || state.out.has(key)) return null
  if (!hasCome(time, now)) return time
  if (lanes.countFree(target, now) > 0) start(state, target, key, () => testTarget(state, target))
  return lanes.getHold(target, now)
}

function start(state: State, target: Target, key: string, task: () => Promise<TrySignal>): void {
  const lane = state.lanes.get(target)
  lane.out += 1
  const end = () => {
    lane.out -= 1
    state.out.delete(key)
    state.changed.resolve()
  }
  const fail = (error: unknown) => void (state.failure ??= { error })
  state.out.set(
    key,
    task()
      .then((signal) => state.lanes.note(target, key, signal), fail)
      .finally(end),
  )
}

function tryEntry(state: State, target: Target, entry: Entry): Promise<TrySignal> {
  const onDone = (done: EntrySummary): void => {
    state.lastDone = state.clock.now()
    state.onDone(done)
  }
  const onSent = (id: string) => void state.sent.add(id)
  return deliver(entry, getAdapter(state, target), { ...state.delivery, onSent, onDone })
}

/** Asks a paused target whether it takes our credentials now; if so, its entries wait for their turn again. */
async function testTarget(state: State, target: Target): Promise<TrySignal> {
  const { tests, clock, once, delivery } = state
  try {
    await getAdapter(state, target).test()
  } catch (error) {
    const { code, retryAfter } = readTryFailure(error)
    const isNetwork =
      code === 'publish.not-sent' || code === 'publish.outcome-unknown' || code === 'publish.busy'
    // When the network is at fault, the host's own hold says when to ask again.
    tests.set(target.name, isNetwork ? clock.now() : once ? null : clock.now() + RETEST)
    if (!isNetwork) return ANSWERED
    return code === 'publish.not-sent' ? { kind: 'unreachable' } : { kind: 'trouble', retryAfter }
  }
  const pausing = delivery.outbox.list().filter((entry) => entry.target === target.name && isPausing(entry))
  for (const { id } of pausing) await delivery.outbox.advance(id, { kind: 'resume' })
  return ANSWERED
}

function getAdapter({ made, adapters }: State, target: Target): TargetAdapter {
  const key = JSON.stringify(target)
  const adapter = made.get(key) ?? adapters(target)
  made.set(key, adapter)
  return adapter
}

function findPaused(entries: readonly Entry[]): string[] {
  return [...new Set(entries.filter(isPausing).map((entry) => entry.target))]
}

/** Waits until something changes, at most so many milliseconds; whether it was the time. */
async function waitForChange({ sleep, changed }: State, milliseconds: number): Promise<boolean> {
  const isOver = new AbortController()
  const slept = sleep(milliseconds, isOver.signal).then(() => true)
  const isLate = await Promise.race([changed.promise.then(() => false), slept])
  isOver.abort()
  return isLate
}
