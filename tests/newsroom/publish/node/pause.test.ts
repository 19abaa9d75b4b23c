import { describe, expect, it } from 'vitest'
import { createMemoryTarget } from '../../../support/memory-target.ts'
import { aDraftId } from '../../../support/publish-builders.ts'
import { makePublisherRig, makeSitusRig } from '../../../support/publisher-rig.ts'

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
    const { enqueue, sync, situs } = await makeSitusRig()
    for (const number of [1, 2]) await enqueue(number)
    situs.trouble('putArticle', { code: 'publish.unauthorised' })
    await sync()
    expect((await sync()).done).toBe(2)
    expect(situs.calls.filter((call) => !call.endsWith('2'))).toEqual(['put 1', 'test', 'lookUp 1', 'put 1'])
  })

  it('leaves an unknown outcome unknown when it refuses the look-up', async () => {
    const { enqueue, sync, situs, readOutbox } = await makeSitusRig()
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
    const { enqueue, sync, situs, publisher } = await makeSitusRig()
    await enqueue(1)
    situs.trouble('putArticle', { code: 'publish.secret-missing' })
    const report = await sync()
    expect([report.sent, report.waiting, (await publisher.entries())[0]?.state]).toEqual([0, 1, 'paused'])
    expect((await sync()).done).toBe(1)
  })
})
