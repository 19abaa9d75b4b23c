import { setTimeout as sleepFor } from 'node:timers/promises'
import type { AppClient } from '../bridge/index.ts'
import type { EntrySummary, SyncReport } from '../newsroom/publish/index.ts'

/** How often the outbox is looked at, in milliseconds. */
const LOOK_EVERY = 200

/**
 * Has the Redaksi that is open send what is due, and watches its outbox: until nothing is on its way, for as long as
 * something moves and `patience` milliseconds after; without `patience` until the signal. The numbers are of this time.
 */
export async function syncThroughApp(
  client: AppClient,
  options: {
    readonly patience: number | null
    readonly signal: AbortSignal
    readonly onProgress: (entry: EntrySummary) => void
  },
): Promise<SyncReport> {
  const { patience, signal, onProgress } = options
  const before = await client.publish.entries()
  const gone = new Map<string, EntrySummary>()
  let known = new Map(before.map((entry) => [entry.id, entry]))
  let movedAt = performance.now()
  await client.publish.sync()
  for (;;) {
    const entries = await client.publish.entries()
    const now = new Map(entries.map((entry) => [entry.id, entry]))
    for (const entry of listMoves(known, now)) {
      movedAt = performance.now()
      if (entry.state === 'done') gone.set(entry.id, entry)
      onProgress(entry)
    }
    known = now
    const isOver = patience !== null && (!entries.some(isOnItsWay) || performance.now() - movedAt > patience)
    if (isOver || signal.aborted) return summarise(before, entries, [...gone.values()])
    await sleepFor(LOOK_EVERY, undefined, { signal }).catch(() => undefined)
  }
}

/** What has changed between two looks; an entry that has left the outbox is done. */
function listMoves(
  before: ReadonlyMap<string, EntrySummary>,
  now: ReadonlyMap<string, EntrySummary>,
): readonly EntrySummary[] {
  const left = [...before.values()].filter(({ id }) => !now.has(id))
  const moved = [...now.values()].filter((entry) => {
    const known = before.get(entry.id)
    return known === undefined || known.state !== entry.state || known.attempts !== entry.attempts
  })
  return [...left.map((entry): EntrySummary => ({ ...entry, state: 'done', dueAt: null })), ...moved]
}

function isOnItsWay({ state }: EntrySummary): boolean {
  return state === 'queued' || state === 'sending' || state === 'unknown'
}

function summarise(
  before: readonly EntrySummary[],
  entries: readonly EntrySummary[],
  done: readonly EntrySummary[],
): SyncReport {
  const count = (...states: readonly EntrySummary['state'][]) =>
    entries.filter(({ state }) => states.includes(state)).length
  const attempts = new Map(before.map((entry) => [entry.id, entry.attempts]))
  const tried = entries.filter((entry) => entry.attempts > (attempts.get(entry.id) ?? 0))
  return {
    sent: done.length + tried.length,
    done: done.length,
    unknown: count('unknown', 'sending'),
    parked: count('parked'),
    waiting: count('queued', 'paused'),
    entries: [...done, ...entries],
  }
}
