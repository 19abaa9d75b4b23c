import { describe, expect, it, onTestFinished } from 'vitest'
import { startDelivery, type DeliveryOptions } from '../../src/backend/answer-delivery.ts'
import { createEvents } from '../../src/backend/answer-events.ts'
import { RedaksiError } from '../../src/base/errors.ts'
import type { Connection, EntrySummary } from '../../src/newsroom/publish/index.ts'
import type { Publisher } from '../../src/newsroom/publish/node/index.ts'

type SyncOptions = Parameters<Publisher['sync']>[0]

type Sync = (options: SyncOptions, run: number) => Promise<void>

const untilStopped = ({ signal }: SyncOptions) =>
  new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve(), { once: true }))

/** A delivery over a publisher that the test plays. */
function startPlayed(sync: Sync, mode: 'read' | 'write' = 'write') {
  const told: Connection[] = []
  const bugs: unknown[] = []
  const signals: AbortSignal[] = []
  const newsroom = {
    library: { mode },
    targets: { list: async () => [{ name: 'situs' }], test: async () => undefined },
    publisher: {
      entries: async () => [],
      async sync(options: SyncOptions) {
        if (options.signal !== undefined) signals.push(options.signal)
        await sync(options, signals.length)
      },
    },
  } as unknown as DeliveryOptions['newsroom']
  const delivery = startDelivery({
    newsroom,
    tell: (connection) => told.push(connection),
    onBug: (error) => bugs.push(error),
  })
  onTestFinished(delivery.stop)
  const until = async (isRight: () => boolean) => {
    while (!isRight()) await new Promise((resolve) => setTimeout(resolve, 5))
  }
  return { delivery, told, bugs, signals, until }
}

describe('startDelivery', () => {
  it('says why nothing leaves when this machine’s own disk fails, and tries again when told to', async () => {
    const { delivery, told, signals, until, bugs } = startPlayed(async (options, run) => {
      if (run === 1) throw new RedaksiError('base.disk-full', { path: 'outbox' })
      options.onProgress?.({ target: 'situs', state: 'done', problem: null } as EntrySummary)
      await untilStopped(options)
    })
    await until(() => told.some(({ problem }) => problem === 'base.disk-full'))
    delivery.retryNow()
    await until(() => told.at(-1)?.problem === null)
    expect([signals.length, bugs]).toEqual([2, []])
  })

  it('tells a bug to the host, and the page only that there was one', async () => {
    const bug = new TypeError('undefined')
    const { told, bugs, until } = startPlayed(() => Promise.reject(bug))
    await until(() => told.length > 0)
    expect([told.at(-1)?.problem, bugs]).toEqual(['bridge.bug', [bug]])
  })

  it('starts a new run when it is told to try at once, which forgets whom it had given up', async () => {
    const { delivery, signals, until } = startPlayed(untilStopped)
    await until(() => signals.length === 1)
    delivery.retryNow()
    await until(() => signals.length === 2)
    expect(signals.map((signal) => signal.aborted)).toEqual([true, false])
  })

  it('tells many changes at once', async () => {
    const { told, until } = startPlayed(async (options) => {
      for (let i = 0; i < 1_000; i += 1)
        options.onProgress?.({ target: 'situs', state: 'done', problem: null } as EntrySummary)
      await untilStopped(options)
    })
    await until(() => told.length > 0)
    expect(told).toEqual([{ state: 'online', waiting: 0, parked: 0, problem: null }])
  })

  it('sends nothing where it may only read', async () => {
    const { delivery, signals } = startPlayed(untilStopped, 'read')
    await delivery.stop()
    expect(signals).toEqual([])
  })
})

describe('createEvents', () => {
  it('lets every listener hear, whatever another one does', () => {
    const bugs: unknown[] = []
    const events = createEvents((error) => bugs.push(error))
    const heard: unknown[] = []
    const bug = new Error('mine')
    events.on('drafts.changed', () => {
      throw bug
    })
    events.on('drafts.changed', (told) => heard.push(told))
    events.emit('drafts.changed', { id: 'a', revision: 1 })
    expect([heard, bugs]).toEqual([[{ id: 'a', revision: 1 }], [bug]])
  })
})
