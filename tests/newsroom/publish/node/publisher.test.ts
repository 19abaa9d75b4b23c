import { readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isRedaksiError } from '../../../../src/base/errors.ts'
import { createMemoryTarget } from '../../../support/memory-target.ts'
import { aDraftId, anArticle, anEntry, aProblem } from '../../../support/publish-builders.ts'
import { aQueue, makePublisherRig } from '../../../support/publisher-rig.ts'

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'nothing failed',
    (error: unknown) => (isRedaksiError(error) ? error.code : String(error)),
  )

async function makeRig(over: Partial<Parameters<typeof makePublisherRig>[0]> = {}) {
  const situs = createMemoryTarget()
  return { situs, ...(await makePublisherRig({ targets: { situs }, ...over })) }
}

describe('enqueue', () => {
  it('puts one entry a target on the disk', async () => {
    const { enqueue, readOutbox, publisher } = await makeRig({
      targets: { situs: createMemoryTarget(), arsip: createMemoryTarget() },
    })
    await enqueue(1)
    expect(
      (await readOutbox()).map(({ target, state, revision, headline }) => [
        target,
        state,
        revision,
        headline,
      ]),
    ).toEqual([
      ['situs', 'queued', 1, 'Kabar ke-1 dari Tirtasari'],
      ['arsip', 'queued', 1, 'Kabar ke-1 dari Tirtasari'],
    ])
    expect(await publisher.entries()).toHaveLength(2)
  })

  it('returns the same entry when asked again: waiting, parked, or done', async () => {
    const { enqueue, sync, situs, publisher } = await makeRig()
    const first = await enqueue(1)
    expect(await Promise.all([enqueue(1), enqueue(1)])).toEqual([first, first])
    situs.trouble('putArticle', { code: 'publish.rejected' })
    await sync()
    expect(await enqueue(1)).toBe(first)
    await publisher.retry(first)
    await sync()
    const article = anArticle({ number: 1 })
    const again = await publisher.enqueue({
      kind: 'publish',
      draft: aDraftId(1),
      article,
      targets: ['situs'],
    })
    expect(again.map(({ id, state, address }) => [id, state, address])).toEqual([
      [first, 'done', '/berita/1'],
    ])
    expect(situs.writes).toEqual(new Map([['1', 1]]))
  })

  it('refuses a target that is not there, and no target at all', async () => {
    const { publisher } = await makeRig()
    const request = { kind: 'publish', draft: aDraftId(1), article: anArticle() } as const
    expect([
      await codeOf(publisher.enqueue({ ...request, targets: ['situs', 'lain'] })),
      await codeOf(publisher.enqueue({ ...request, targets: [] })),
      (await publisher.entries()).length,
    ]).toEqual(['publish.target-unknown', 'publish.no-targets', 0])
  })

  it('is refused to a publisher that only reads', async () => {
    const { reopen, enqueue } = await makeRig()
    const reader = reopen({ mode: 'read' })
    expect(await codeOf(reader.withdraw({ draft: aDraftId(1), reason: 'x' }))).toBe('drafts.read-only')
    await enqueue(1)
    expect(await reader.entries()).toHaveLength(1)
  })
})

describe('sync', () => {
  it('sends what waits, moves it to the ledger, and then sends nothing', async () => {
    const { enqueue, sync, situs, readOutbox, readLedger, publisher } = await makeRig()
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
    const { enqueue, sync, situs, readLedger } = await makeRig()
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
    const { enqueue, sync, situs } = await makeRig()
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
    const { enqueue, sync, situs } = await makeRig()
    await enqueue(1)
    situs.trouble('putArticle', { code: 'publish.busy', retryAfter: 5, after: true })
    expect((await sync()).done).toBe(1)
    expect(situs.calls).toEqual(['put 1', 'lookUp 1'])
  })

  it('waits at least as long as it is asked to', async () => {
    const { enqueue, sync, situs, readOutbox } = await makeRig()
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
    const { enqueue, sync, situs, readOutbox } = await makeRig()
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
    const { enqueue, sync, situs, publisher } = await makeRig()
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
    const { enqueue, sync, situs } = await makeRig()
    for (let number = 1; number <= 20; number += 1) await enqueue(number)
    const bad = new Map([
      [aDraftId(1), { code: 'publish.outcome-unknown' as const }],
      [aDraftId(2), { code: 'publish.rejected' as const }],
      [aDraftId(3), { code: 'bug' as const }],
      [aDraftId(4), { code: 'publish.busy' as const }],
    ])
    situs.troubleAlways('putArticle', (id) => bad.get(id) ?? null)
    const report = await sync()
    expect([report.done, report.parked]).toEqual([16, 1])
    expect([...situs.writes.values()]).toEqual(Array.from({ length: 16 }, () => 1))
  })

  it('keeps at most four requests out to a target', async () => {
    const situs = createMemoryTarget()
    let out = 0
    let most = 0
    const slow = {
      ...situs,
      putArticle: async (...args: Parameters<typeof situs.putArticle>) => {
        most = Math.max(most, (out += 1))
        await new Promise((resolve) => setTimeout(resolve, 3))
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
    const { enqueue, publisher, situs } = await makeRig()
    await enqueue(1)
    situs.trouble('putArticle', { code: 'publish.outcome-unknown', after: true })
    const states: string[] = []
    await publisher.sync({ once: true, onProgress: (entry) => void states.push(entry.state) })
    expect(states).toEqual(['sending', 'unknown', 'done'])
  })

  it('runs once at a time', async () => {
    const { publisher } = await makeRig()
    const running = publisher.sync({ once: true, patience: 600_000 })
    expect(await codeOf(publisher.sync({ once: true, patience: 600_000 }))).toBe('publish.sync-running')
    await running
  })

  it('goes on until it is stopped when it is watched, and sends what is queued meanwhile', async () => {
    const { publisher, enqueue, situs } = await makeRig()
    const stop = new AbortController()
    const watching = publisher.sync({ once: false, signal: stop.signal })
    await enqueue(1)
    await expect.poll(() => situs.writes.get('1')).toBe(1)
    await enqueue(2)
    await expect.poll(() => situs.writes.get('2')).toBe(1)
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

describe('sync, after a crash', () => {
  it('takes what was being sent for unknown, and looks up first', async () => {
    const { plant, sync, situs } = await makeRig()
    const [entry] = aQueue(1)
    if (entry === undefined) throw new Error('one entry')
    await plant({ ...entry, state: 'sending', attempts: 1 })
    expect((await sync()).done).toBe(1)
    expect(situs.calls).toEqual(['lookUp 1', 'put 1'])
  })

  it('finds an entry in the ledger and in the outbox, and neither sends nor records it again', async () => {
    const { enqueue, sync, plant, readOutbox, readLedger, situs, reopen } = await makeRig()
    await enqueue(1)
    const [entry] = await readOutbox()
    await sync()
    if (entry === undefined) throw new Error('one entry')
    await plant({ ...entry, state: 'sending', attempts: 1 })
    const report = await reopen().sync({ once: true, patience: 600_000 })
    expect([report.sent, report.done, await readOutbox()]).toEqual([0, 0, []])
    expect([(await readLedger(1)).records.length, situs.calls]).toEqual([1, ['put 1']])
  })

  it('drops what a withdrawal overtook before the crash', async () => {
    const { plant, sync, situs } = await makeRig()
    await plant(anEntry({ order: 0 }), anEntry({ order: 1, kind: 'withdraw' }))
    await sync()
    expect(situs.calls).toEqual(['lookUp 1'])
  })

  it('puts a damaged entry in quarantine, says so, and sends the others', async () => {
    const { folder, plant, sync, warnings, situs, publisher } = await makeRig()
    const [first, second] = aQueue(2)
    if (first === undefined || second === undefined) throw new Error('two entries')
    await plant(first, second)
    await writeFile(join(folder, 'outbox', `${first.id}.json`), '{"schema":1')
    expect((await sync()).done).toBe(1)
    expect(warnings.map((warning) => warning.code)).toEqual(['publish.entry-damaged'])
    expect(await readFile(join(folder, 'quarantine', `outbox-${first.id}.json`), 'utf8')).toBe('{"schema":1')
    expect([situs.calls, await publisher.entries()]).toEqual([['put 2'], []])
  })

  it('carries on from a damaged ledger’s former generation, and keeps the damaged bytes', async () => {
    const { folder, enqueue, sync, warnings, reopen, readLedger, publisher } = await makeRig()
    await enqueue(1)
    await enqueue(1, { version: '2' })
    await sync()
    const path = join(folder, 'ledger', `${aDraftId(1)}.json`)
    await writeFile(path, '\0'.repeat(50))
    expect(await publisher.verify()).toEqual([
      { code: 'publish.ledger-damaged', path, fault: 'unreadable', index: null },
    ])
    const article = anArticle({ version: '3' })
    const after = reopen()
    await after.enqueue({ kind: 'publish', draft: aDraftId(1), article, targets: ['situs'] })
    expect(warnings.map((warning) => warning.code)).toEqual(['publish.ledger-damaged'])
    expect((await readLedger(1)).records.map((record) => record.revision)).toEqual([1])
    // The target holds revision 2, of which the ledger no longer knows: a person looks before it is replaced.
    expect((await after.sync({ once: true, patience: 600_000 })).parked).toBe(1)
  })

  it('ends with the disk’s own error when an answer cannot be recorded, and finds it again later', async () => {
    const { folder, enqueue, sync, situs, readOutbox, reopen } = await makeRig()
    await enqueue(1)
    await symlink(join(folder, 'nowhere'), join(folder, 'ledger'))
    expect(await codeOf(sync())).toMatch(/^base\./)
    expect((await readOutbox()).map((entry) => entry.state)).toEqual(['sending'])
    await rm(join(folder, 'ledger'))
    expect((await reopen().sync({ once: true })).done).toBe(1)
    expect(situs.calls).toEqual(['put 1', 'lookUp 1'])
  })
})

describe('a target that refuses our credentials', () => {
  it('is paused with all that waits for it, while others go on', async () => {
    const [situs, arsip] = [createMemoryTarget(), createMemoryTarget()]
    const { enqueue, sync } = await makePublisherRig({ targets: { situs, arsip } })
    for (const number of [1, 2, 3]) await enqueue(number)
    situs.troubleAlways('putArticle', () => ({ code: 'publish.unauthorised' }))
    situs.troubleAlways('test', () => ({ code: 'publish.unauthorised' }))
    const report = await sync()
    expect([report.sent, report.done, report.waiting]).toEqual([4, 3, 3])
    expect(report.entries.filter((each) => each.target === 'situs').map((each) => each.state)).toEqual([
      'paused',
      'paused',
      'paused',
    ])
    expect(situs.calls).toEqual(['put 1'])
    // The next sync asks once whether the credentials are taken now.
    expect([(await sync()).sent, situs.calls]).toEqual([0, ['put 1', 'test']])
  })

  it('is queued again once it takes them', async () => {
    const { enqueue, sync, situs } = await makeRig()
    for (const number of [1, 2]) await enqueue(number)
    situs.trouble('putArticle', { code: 'publish.unauthorised' })
    await sync()
    expect((await sync()).done).toBe(2)
    expect(situs.calls.filter((call) => !call.endsWith('2'))).toEqual(['put 1', 'test', 'lookUp 1', 'put 1'])
  })

  it('leaves an unknown outcome unknown when it refuses the look-up', async () => {
    const { enqueue, sync, situs, readOutbox } = await makeRig()
    for (const number of [1, 2]) await enqueue(number)
    situs.trouble('putArticle', { code: 'publish.outcome-unknown', after: true })
    situs.trouble('lookUp', { code: 'publish.unauthorised' })
    situs.troubleAlways('putArticle', (id) => (id === aDraftId(2) ? { code: 'publish.unauthorised' } : null))
    await sync()
    expect((await readOutbox())[0]).toMatchObject({
      state: 'unknown',
      problem: { code: 'publish.unauthorised' },
    })
    situs.troubleAlways('putArticle', () => null)
    expect((await sync()).done).toBe(2)
    expect(situs.writes).toEqual(
      new Map([
        ['1', 1],
        ['2', 1],
      ]),
    )
  })

  it('waits for a secret that is missing', async () => {
    const { enqueue, sync, situs, publisher } = await makeRig()
    await enqueue(1)
    situs.trouble('putArticle', { code: 'publish.secret-missing' })
    const report = await sync()
    expect([report.sent, report.waiting, (await publisher.entries())[0]?.state]).toEqual([0, 1, 'paused'])
    expect((await sync()).done).toBe(1)
  })
})

describe('a conflict', () => {
  it('is none when the target holds what was sent', async () => {
    const { enqueue, sync, situs, reopen, folder } = await makeRig()
    await enqueue(1)
    await sync()
    // The library was restored from a copy that knows nothing of the publication.
    await rm(join(folder, 'ledger'), { recursive: true })
    const restored = reopen()
    await restored.enqueue({ kind: 'publish', draft: aDraftId(1), article: anArticle(), targets: ['situs'] })
    expect((await restored.sync({ once: true, patience: 600_000 })).done).toBe(1)
    expect([situs.writes.get('1'), situs.calls]).toEqual([1, ['put 1', 'put 1', 'lookUp 1']])
  })

  it('parks the entry, and a retry agrees to replace what was seen, but nothing newer', async () => {
    const { enqueue, sync, situs, publisher } = await makeRig()
    await enqueue(1)
    await sync()
    situs.meddle(aDraftId(1), 'ubahan orang lain')
    const id = await enqueue(1, { version: '2' })
    expect((await sync()).entries).toMatchObject([
      { id, state: 'parked', problem: { code: 'publish.conflict' } },
    ])
    situs.meddle(aDraftId(1), 'diubah lagi')
    await publisher.retry(id)
    expect((await sync()).parked).toBe(1)
    await publisher.retry(id)
    expect((await sync()).done).toBe(1)
    expect(situs.get(aDraftId(1))?.version).toBe('"v4"')
  })

  it('puts a story back that was deleted at the target, once a person agrees', async () => {
    const { enqueue, sync, situs, publisher } = await makeRig()
    await enqueue(1)
    await sync()
    situs.meddle(aDraftId(1), null)
    const id = await enqueue(1, { version: '2' })
    expect((await sync()).parked).toBe(1)
    await publisher.retry(id)
    expect((await sync()).done).toBe(1)
  })
})

describe('withdraw', () => {
  const withdrawal = { draft: aDraftId(1), reason: 'Data belum lengkap.' }

  it('takes a story from every target that holds it, and drops what waits', async () => {
    const [situs, arsip] = [createMemoryTarget(), createMemoryTarget()]
    const { enqueue, sync, publisher, readOutbox } = await makePublisherRig({ targets: { situs, arsip } })
    await enqueue(1)
    await sync()
    await enqueue(1, { version: '2' }, ['situs'])
    const entries = await publisher.withdraw(withdrawal)
    expect(entries.map(({ target, kind, state }) => [target, kind, state])).toEqual([
      ['arsip', 'withdraw', 'queued'],
      ['situs', 'withdraw', 'queued'],
    ])
    expect((await readOutbox()).map((entry) => entry.kind)).toEqual(['withdraw', 'withdraw'])
    expect((await publisher.withdraw(withdrawal)).map((each) => each.id)).toEqual(
      entries.map((each) => each.id),
    )
    await sync()
    expect([situs.get(aDraftId(1))?.state, arsip.get(aDraftId(1))?.state]).toEqual(['withdrawn', 'withdrawn'])
    expect(await publisher.ledger(aDraftId(1))).toMatchObject([
      { status: 'withdrawn', publication: 'withdrawn' },
    ])
    expect((await publisher.withdraw(withdrawal)).map((each) => each.state)).toEqual(['done', 'done'])
  })

  it('lets an unknown outcome tell first, and then withdraws what arrived', async () => {
    const { enqueue, sync, publisher, situs } = await makeRig()
    await enqueue(1)
    situs.trouble('putArticle', { code: 'publish.outcome-unknown', after: true })
    situs.troubleAlways('lookUp', () => ({ code: 'publish.outcome-unknown' }))
    await sync()
    await publisher.withdraw(withdrawal)
    situs.troubleAlways('lookUp', () => null)
    expect((await sync()).done).toBe(2)
    expect(situs.get(aDraftId(1))?.state).toBe('withdrawn')
  })

  it('sends nothing again that had not arrived', async () => {
    const { enqueue, sync, publisher, situs, readOutbox } = await makeRig()
    await enqueue(1)
    situs.trouble('putArticle', { code: 'publish.outcome-unknown' })
    situs.troubleAlways('lookUp', () => ({ code: 'publish.outcome-unknown' }))
    await sync()
    await publisher.withdraw(withdrawal)
    situs.troubleAlways('lookUp', () => null)
    const report = await sync()
    expect([report.sent, report.done, await readOutbox(), situs.get(aDraftId(1))]).toEqual([0, 0, [], null])
  })

  it('gives no entries when there is nothing to withdraw', async () => {
    const { publisher } = await makeRig()
    expect(await publisher.withdraw(withdrawal)).toEqual([])
  })

  it('lets the same revision be published again afterwards', async () => {
    const { enqueue, sync, publisher, situs } = await makeRig()
    const first = await enqueue(1)
    await sync()
    await publisher.withdraw(withdrawal)
    const waiting = await enqueue(1)
    await sync()
    expect([waiting === first, situs.get(aDraftId(1))?.state]).toEqual([false, 'public'])
    expect(await publisher.ledger(aDraftId(1))).toMatchObject([
      { status: 'published', publication: 'public' },
    ])
  })

  it('records a withdrawal whose answer was lost once', async () => {
    const { enqueue, sync, publisher, situs, readLedger } = await makeRig()
    await enqueue(1)
    await sync()
    await publisher.withdraw(withdrawal)
    situs.trouble('withdraw', { code: 'publish.outcome-unknown', after: true })
    expect((await sync()).done).toBe(1)
    expect((await readLedger(1)).records.map((record) => record.kind)).toEqual(['publish', 'withdraw'])
    expect(situs.calls.filter((call) => call === 'withdraw 1')).toHaveLength(1)
  })
})

describe('retry and drop', () => {
  it('refuse an entry that is not there', async () => {
    const { publisher } = await makeRig()
    expect([await codeOf(publisher.retry('tidak-ada')), await codeOf(publisher.drop('tidak-ada'))]).toEqual([
      'publish.entry-unknown',
      'publish.entry-unknown',
    ])
  })

  it('drop nothing that may have arrived, unless a person insists', async () => {
    const { enqueue, sync, publisher, situs } = await makeRig()
    const id = await enqueue(1)
    situs.troubleAlways('putArticle', () => ({ code: 'publish.outcome-unknown', after: true }))
    situs.troubleAlways('lookUp', () => ({ code: 'publish.outcome-unknown' }))
    await sync()
    expect(await codeOf(publisher.drop(id))).toBe('publish.entry-in-doubt')
    await publisher.drop(id, { force: true })
    expect(await publisher.entries()).toEqual([])
  })

  it('drop an entry while it is being sent only by force, and still record what it came to', async () => {
    const situs = createMemoryTarget()
    const rig = await makePublisherRig({
      targets: {
        situs: {
          ...situs,
          async putArticle(...args) {
            const [entry] = await rig.publisher.entries()
            refused = await codeOf(rig.publisher.drop(entry?.id ?? ''))
            await rig.publisher.drop(entry?.id ?? '', { force: true })
            return situs.putArticle(...args)
          },
        },
      },
    })
    let refused = ''
    await rig.enqueue(1)
    await rig.sync()
    expect([refused, await rig.readOutbox()]).toEqual(['publish.entry-in-doubt', []])
    expect((await rig.readLedger(1)).records).toHaveLength(1)
  })

  it('retry nothing older than what the target holds', async () => {
    const { enqueue, sync, publisher, situs } = await makeRig()
    const old = await enqueue(1)
    situs.trouble('putArticle', { code: 'publish.rejected' })
    await sync()
    await enqueue(1, { version: '2' })
    expect((await sync()).done).toBe(1)
    expect(await codeOf(publisher.retry(old))).toBe('publish.entry-superseded')
  })

  it('retry an entry at once, whatever it waits for', async () => {
    const { plant, publisher, sync } = await makeRig()
    const [entry] = aQueue(1)
    if (entry === undefined) throw new Error('one entry')
    const dueAt = new Date(Date.now() + 3_000_000).toISOString()
    await plant({ ...entry, dueAt, failures: 9, problem: aProblem('publish.busy') })
    expect((await sync()).done).toBe(0)
    await publisher.retry(entry.id)
    expect((await sync()).done).toBe(1)
  })
})

describe('a target that was removed', () => {
  it('parks what waits for it, until it is there again', async () => {
    const { plant, sync, publisher } = await makeRig()
    await plant(anEntry({ target: 'lama' }))
    expect((await sync()).entries).toMatchObject([
      { state: 'parked', problem: { code: 'publish.target-unknown', detail: 'lama' } },
    ])
    expect((await publisher.entries())[0]?.state).toBe('parked')
  })
})

describe('a host that cannot be reached', () => {
  it('is probed a handful of times for a thousand stories', async () => {
    const { plant, sync, situs } = await makeRig()
    await plant(...aQueue(1_000))
    situs.troubleAlways('putArticle', () => ({ code: 'publish.not-sent' }))
    const report = await sync()
    expect([report.sent, report.waiting]).toEqual([0, 1_000])
    expect(situs.calls.length).toBeLessThan(20)
  })

  it('gets all that waits once it answers a probe', async () => {
    const { plant, sync, situs } = await makeRig()
    await plant(...aQueue(40))
    situs.trouble('putArticle', ...Array.from({ length: 3 }, () => ({ code: 'publish.not-sent' as const })))
    expect((await sync()).done).toBe(40)
    expect([situs.calls.length, new Set(situs.writes.values())]).toEqual([43, new Set([1])])
  })

  it('makes few stories unknown when it takes connections and never answers', async () => {
    const { plant, sync, situs } = await makeRig()
    await plant(...aQueue(200))
    situs.troubleAlways('putArticle', () => ({ code: 'publish.outcome-unknown' }))
    situs.troubleAlways('lookUp', () => ({ code: 'publish.outcome-unknown' }))
    const report = await sync()
    expect([report.unknown > 0, report.unknown < 20]).toEqual([true, true])
    expect(situs.calls.length).toBeLessThan(60)
  })
})
