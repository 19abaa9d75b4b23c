import { describe, expect, it } from 'vitest'
import { codeOf } from '../../../support/code-of.ts'
import { createMemoryTarget } from '../../../support/memory-target.ts'
import { aDraftId, anArticle, anEntry, aProblem } from '../../../support/publish-builders.ts'
import { aQueue, makePublisherRig, makeSitusRig } from '../../../support/publisher-rig.ts'

describe('enqueue', () => {
  it('puts one entry a target on the disk', async () => {
    const { enqueue, readOutbox, publisher } = await makeSitusRig({
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
    const { enqueue, sync, situs, publisher } = await makeSitusRig()
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
    const { publisher } = await makeSitusRig()
    const request = { kind: 'publish', draft: aDraftId(1), article: anArticle() } as const
    expect([
      await codeOf(publisher.enqueue({ ...request, targets: ['situs', 'lain'] })),
      await codeOf(publisher.enqueue({ ...request, targets: [] })),
      (await publisher.entries()).length,
    ]).toEqual(['publish.target-unknown', 'publish.no-targets', 0])
  })

  it('is refused to a publisher that only reads', async () => {
    const { reopen, enqueue } = await makeSitusRig()
    const reader = reopen({ mode: 'read' })
    expect(await codeOf(reader.withdraw({ draft: aDraftId(1), reason: 'x' }))).toBe('drafts.read-only')
    await enqueue(1)
    expect(await reader.entries()).toHaveLength(1)
  })
})

describe('retry and drop', () => {
  it('refuse an entry that is not there', async () => {
    const { publisher } = await makeSitusRig()
    expect([await codeOf(publisher.retry('tidak-ada')), await codeOf(publisher.drop('tidak-ada'))]).toEqual([
      'publish.entry-unknown',
      'publish.entry-unknown',
    ])
  })

  it('drop nothing that may have arrived, unless a person insists', async () => {
    const { enqueue, sync, publisher, situs } = await makeSitusRig()
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
    const { enqueue, sync, publisher, situs } = await makeSitusRig()
    const old = await enqueue(1)
    situs.trouble('putArticle', { code: 'publish.rejected' })
    await sync()
    await enqueue(1, { version: '2' })
    expect((await sync()).done).toBe(1)
    expect(await codeOf(publisher.retry(old))).toBe('publish.entry-superseded')
  })

  it('retry an entry at once, whatever it waits for', async () => {
    const { plant, publisher, sync } = await makeSitusRig()
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
    const { plant, sync, publisher } = await makeSitusRig()
    await plant(anEntry({ target: 'lama' }))
    expect((await sync()).entries).toMatchObject([
      { state: 'parked', problem: { code: 'publish.target-gone', detail: 'lama' } },
    ])
    expect((await publisher.entries())[0]?.state).toBe('parked')
  })
})
