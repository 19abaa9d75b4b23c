import { describe, expect, it } from 'vitest'
import type { Clock } from '../../../../src/base/clock.ts'
import { codeOf } from '../../../support/code-of.ts'
import { createMemoryTarget } from '../../../support/memory-target.ts'
import { aDraftId } from '../../../support/publish-builders.ts'
import { aQueue, makePublisherRig, makeSitusRig } from '../../../support/publisher-rig.ts'

describe('sync', () => {
  it('sends what waits, moves it to the ledger, and then sends nothing', async () => {
    const { enqueue, sync, situs, readOutbox, readLedger, publisher } = await makeSitusRig()
    for (const number of [1, 2, 3]) await enqueue(number)
    const first = await sync()
    expect([first.sent, first.done, first.unknown, first.parked, first.waiting]).toEqual([3, 3, 0, 0, 0])
    const second = await sync()
    expect([second.sent, second.done, second.entries, situs.calls.length]).toEqual([0, 0, [], 3])
    expect([await readOutbox(), (await readLedger(1)).records.map((each) => each.version)]).toEqual([
      [],
      ['"v1"'],
    ])
    expect((await publisher.ledger()).map((each) => [each.draft, each.status, each.publication])).toEqual(
      [1, 2, 3].map((number) => [aDraftId(number), 'published', 'public']),
    )
    expect(await publisher.verify()).toEqual([])
  })

  it('sends the revisions of one story in order, each over the one before', async () => {
    const { enqueue, sync, situs, readLedger } = await makeSitusRig()
    await enqueue(1)
    await enqueue(1, { version: '2' })
    await sync()
    await enqueue(1, { version: '5' })
    await sync()
    expect(situs.calls).toEqual(['put 1', 'put 1', 'put 1'])
    expect((await readLedger(1)).records.map(({ revision, version }) => [revision, version])).toEqual([
      [1, '"v1"'],
      [2, '"v2"'],
      [5, '"v3"'],
    ])
  })

  it('looks up before it sends again, and counts what it finds as done', async () => {
    const { enqueue, sync, situs } = await makeSitusRig()
    for (const number of [1, 2]) await enqueue(number)
    situs.trouble(
      'putArticle',
      { code: 'publish.outcome-unknown', after: true },
      { code: 'publish.outcome-unknown' },
    )
    const report = await sync()
    expect([report.done, report.unknown]).toEqual([2, 0])
    expect(situs.writes).toEqual(
      new Map([
        ['1', 1],
        ['2', 1],
      ]),
    )
    expect(situs.calls.filter((call) => call.endsWith('1'))).toEqual(['put 1', 'lookUp 1'])
    expect(situs.calls.filter((call) => call.endsWith('2'))).toEqual(['put 2', 'lookUp 2', 'put 2'])
  })

  it('looks up even after the target said it was only busy', async () => {
    const { enqueue, sync, situs } = await makeSitusRig()
    await enqueue(1)
    situs.trouble('putArticle', { code: 'publish.busy', retryAfter: 5, after: true })
    expect((await sync()).done).toBe(1)
    expect(situs.calls).toEqual(['put 1', 'lookUp 1'])
  })

  it('waits at least as long as it is asked to', async () => {
    const { enqueue, sync, situs, readOutbox } = await makeSitusRig()
    await enqueue(1)
    situs.trouble('putArticle', { code: 'publish.busy', retryAfter: 1_800 })
    const report = await sync()
    const [entry] = await readOutbox()
    const wait = Date.parse(entry?.dueAt ?? '') - Date.parse(entry?.problem?.at ?? '')
    expect([report.waiting, entry?.state, wait >= 1_800_000, situs.calls]).toEqual([
      1,
      'queued',
      true,
      ['put 1'],
    ])
  })

  it('holds an entry as unknown while the target does not say what it holds', async () => {
    const { enqueue, sync, situs, readOutbox } = await makeSitusRig()
    await enqueue(1)
    situs.trouble('putArticle', { code: 'publish.outcome-unknown', after: true })
    situs.troubleAlways('lookUp', () => ({ code: 'publish.outcome-unknown' }))
    const report = await sync()
    expect([report.sent, report.unknown, (await readOutbox())[0]?.state]).toEqual([1, 1, 'unknown'])
    expect(situs.calls.filter((call) => call === 'put 1')).toHaveLength(1)
    situs.troubleAlways('lookUp', () => null)
    expect((await sync()).done).toBe(1)
    expect(situs.writes.get('1')).toBe(1)
  })

  it('parks what the target rejects, with its words, and sends it again when told to', async () => {
    const { enqueue, sync, situs, publisher } = await makeSitusRig()
    const id = await enqueue(1)
    situs.trouble('putArticle', { code: 'publish.rejected' })
    const report = await sync()
    expect([report.parked, report.entries[0]?.problem]).toMatchObject([
      1,
      { code: 'publish.rejected', detail: 'dibuat' },
    ])
    expect((await sync()).sent).toBe(0)
    expect(await publisher.retry(id)).toMatchObject({ state: 'queued', problem: null })
    expect((await sync()).done).toBe(1)
  })

  it('lets no story wait for another that is parked, lost again and again, or trips over a bug', async () => {
    const { enqueue, sync, situs } = await makeSitusRig()
    for (let number = 1; number <= 20; number += 1) await enqueue(number)
    const bad = new Map([
      [aDraftId(1), { code: 'publish.outcome-unknown' as const }],
      [aDraftId(2), { code: 'publish.rejected' as const }],
      [aDraftId(3), { code: 'bug' as const }],
      [aDraftId(4), { code: 'publish.busy' as const }],
    ])
    situs.troubleAlways('putArticle', (id) => bad.get(id) ?? null)
    // Seconds of the wall: a disk that stalls for less does not end it.
    const report = await sync(3_000_000)
    expect([report.done, report.parked]).toEqual([16, 1])
    expect([...situs.writes.values()]).toEqual(Array.from({ length: 16 }, () => 1))
  })

  it('goes on when a hold ends while it looks around', async () => {
    const rig = await makeSitusRig({ clock: createStrideClock(250), sleep: () => Promise.resolve() })
    for (let number = 1; number <= 8; number += 1) await rig.enqueue(number)
    let refusals = 40
    rig.situs.troubleAlways('putArticle', () => ((refusals -= 1) >= 0 ? { code: 'publish.not-sent' } : null))
    expect((await rig.sync(10 * 3_600_000)).done).toBe(8)
  })

  it('keeps four requests out to a target that has answered, and no more', async () => {
    const situs = createMemoryTarget()
    const full = Promise.withResolvers<void>()
    let out = 0
    let most = 0
    const slow = {
      ...situs,
      putArticle: async (...args: Parameters<typeof situs.putArticle>) => {
        most = Math.max(most, (out += 1))
        if (most === 4) setTimeout(full.resolve, 50)
        if (situs.calls.length > 0) await full.promise
        out -= 1
        return situs.putArticle(...args)
      },
    }
    const { enqueue, sync } = await makePublisherRig({ targets: { situs: slow } })
    for (let number = 1; number <= 12; number += 1) await enqueue(number)
    await sync()
    expect([most, situs.writes.size]).toEqual([4, 12])
  })

  it('tells each step', async () => {
    const { enqueue, publisher, situs } = await makeSitusRig()
    await enqueue(1)
    situs.trouble('putArticle', { code: 'publish.outcome-unknown', after: true })
    const states: string[] = []
    await publisher.sync({ once: true, onProgress: (entry) => void states.push(entry.state) })
    expect(states).toEqual(['sending', 'unknown', 'done'])
  })

  it('runs once at a time', async () => {
    const { publisher } = await makeSitusRig()
    const running = publisher.sync({ once: true, patience: 600_000 })
    expect(await codeOf(publisher.sync({ once: true, patience: 600_000 }))).toBe('publish.sync-running')
    await running
  })

  it('goes on until it is stopped when it is watched, and sends what is queued meanwhile', async () => {
    const { publisher, enqueue } = await makeSitusRig()
    const stop = new AbortController()
    let done = 0
    const watching = publisher.sync({
      once: false,
      signal: stop.signal,
      onProgress: ({ state }) => void (done += state === 'done' ? 1 : 0),
    })
    const patient = { timeout: 10_000 }
    await enqueue(1)
    await expect.poll(() => done, patient).toBe(1)
    await enqueue(2)
    await expect.poll(() => done, patient).toBe(2)
    stop.abort()
    expect((await watching).done).toBe(2)
  })

  it('starts nothing once it is stopped, and ends before an answer that takes too long', async () => {
    const situs = createMemoryTarget()
    const held = Promise.withResolvers<void>()
    const stuck = {
      ...situs,
      putArticle: (...args: Parameters<typeof situs.putArticle>) =>
        held.promise.then(() => situs.putArticle(...args)),
    }
    const { publisher, enqueue, reopen } = await makePublisherRig({ targets: { situs: stuck } })
    for (const number of [1, 2]) await enqueue(number)
    const stop = new AbortController()
    const report = await publisher.sync({ once: true, signal: stop.signal, onProgress: () => stop.abort() })
    expect([report.done, report.unknown, report.waiting]).toEqual([0, 1, 1])
    held.resolve()
    // A second run waits for the answer that is still out before it takes anything in hand.
    await publisher.sync({ once: true, patience: 600_000 })
    await reopen().sync({ once: true, patience: 600_000 })
    expect(situs.writes).toEqual(
      new Map([
        ['1', 1],
        ['2', 1],
      ]),
    )
  })
})

describe('a host that cannot be reached', () => {
  it('is probed a handful of times for a thousand stories', async () => {
    const { plant, sync, situs } = await makeSitusRig()
    await plant(...aQueue(1_000))
    situs.troubleAlways('putArticle', () => ({ code: 'publish.not-sent' }))
    const report = await sync()
    expect([report.sent, report.waiting]).toEqual([0, 1_000])
    expect(situs.calls.length).toBeLessThan(20)
  })

  it('gets all that waits once it answers a probe', async () => {
    const { plant, sync, situs } = await makeSitusRig()
    await plant(...aQueue(40))
    situs.trouble('putArticle', ...Array.from({ length: 3 }, () => ({ code: 'publish.not-sent' as const })))
    expect((await sync()).done).toBe(40)
    expect([situs.calls.length, new Set(situs.writes.values())]).toEqual([43, new Set([1])])
  })

  it('makes few stories unknown when it takes connections and never answers', async () => {
    const { plant, sync, situs } = await makeSitusRig()
    await plant(...aQueue(200))
    situs.troubleAlways('putArticle', () => ({ code: 'publish.outcome-unknown' }))
    situs.troubleAlways('lookUp', () => ({ code: 'publish.outcome-unknown' }))
    const report = await sync()
    expect([report.unknown > 0, report.unknown < 20]).toEqual([true, true])
    expect(situs.calls.length).toBeLessThan(60)
  })
})

/** A clock that goes on by so many milliseconds each time it is read. */
function createStrideClock(stride: number): Clock {
  let now = Date.parse('2025-10-17T02:00:00Z')
  return { now: () => (now += stride) }
}
