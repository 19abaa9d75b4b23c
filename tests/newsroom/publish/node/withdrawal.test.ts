import { describe, expect, it } from 'vitest'
import { createMemoryTarget } from '../../../support/memory-target.ts'
import { aDraftId } from '../../../support/publish-builders.ts'
import { makePublisherRig, makeSitusRig } from '../../../support/publisher-rig.ts'

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
    const { enqueue, sync, publisher, situs } = await makeSitusRig()
    await enqueue(1)
    situs.trouble('putArticle', { code: 'publish.outcome-unknown', after: true })
    situs.troubleAlways('lookUp', () => ({ code: 'publish.outcome-unknown' }))
    await sync()
    await publisher.withdraw(withdrawal)
    situs.troubleAlways('lookUp', () => null)
    expect((await sync()).done).toBe(2)
    expect(situs.get(aDraftId(1))?.state).toBe('withdrawn')
  })

  it('does not wait for an unknown outcome’s own time', async () => {
    const { enqueue, sync, publisher, situs, readOutbox } = await makeSitusRig()
    await enqueue(1)
    situs.trouble('putArticle', { code: 'publish.outcome-unknown', after: true })
    situs.troubleAlways('lookUp', () => ({ code: 'publish.busy', retryAfter: 3_600 }))
    await sync()
    expect((await readOutbox())[0]?.dueAt).not.toBeNull()
    await publisher.withdraw(withdrawal)
    situs.troubleAlways('lookUp', () => null)
    expect((await sync(0)).done).toBe(2)
  })

  it('sends nothing again that had not arrived', async () => {
    const { enqueue, sync, publisher, situs, readOutbox } = await makeSitusRig()
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
    const { publisher } = await makeSitusRig()
    expect(await publisher.withdraw(withdrawal)).toEqual([])
  })

  it('lets the same revision be published again afterwards', async () => {
    const { enqueue, sync, publisher, situs } = await makeSitusRig()
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
    const { enqueue, sync, publisher, situs, readLedger } = await makeSitusRig()
    await enqueue(1)
    await sync()
    await publisher.withdraw(withdrawal)
    situs.trouble('withdraw', { code: 'publish.outcome-unknown', after: true })
    expect((await sync()).done).toBe(1)
    expect((await readLedger(1)).records.map((record) => record.kind)).toEqual(['publish', 'withdraw'])
    expect(situs.calls.filter((call) => call === 'withdraw 1')).toHaveLength(1)
  })
})
