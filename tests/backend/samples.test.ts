import { describe, expect, it } from 'vitest'
import { codeOf } from '../support/code-of.ts'
import { aStory } from '../support/builders.ts'
import { openFreshNewsroom, type NewsroomRig } from './newsroom-rig.ts'

const statusesOf = async ({ client }: NewsroomRig) =>
  (await client.drafts.list({ sort: 'headline' })).drafts.map(({ status, isSample = false }) => [
    status,
    isSample,
  ])

describe('the sample stories', () => {
  it('come in the states of a desk, marked, and once', async () => {
    const rig = await openFreshNewsroom()
    const own = await rig.client.drafts.create({ headline: 'Z Rapat' })
    const { ids } = await rig.client.drafts.addSamples()
    expect((await rig.client.drafts.addSamples()).ids).toEqual(ids)
    expect((await statusesOf(rig)).toSorted()).toEqual([
      ['approved', true],
      ['draft', false],
      ['draft', true],
      ['in-review', true],
    ])
    expect(ids).not.toContain(own.id)
  })

  it('go in one step, but for one that was written in, and come back from the trash', async () => {
    const rig = await openFreshNewsroom()
    const { ids } = await rig.client.drafts.addSamples()
    const [first = '', ...others] = ids
    const story = aStory({ headline: 'Kini Milik Kami' })
    await rig.client.drafts.save({ id: first, baseRevision: 1, story })
    expect(await rig.client.drafts.removeSamples()).toEqual({
      removed: others,
      kept: [{ id: first, headline: 'Kini Milik Kami' }],
    })
    expect((await rig.client.drafts.list({})).total).toBe(1)
    expect((await rig.client.drafts.addSamples()).ids).toEqual(ids)
    expect((await rig.client.drafts.list({})).total).toBe(3)
  })

  it('are refused on their way to a site that others see, and nothing is sent', async () => {
    const rig = await openFreshNewsroom()
    const { ids } = await rig.client.drafts.addSamples()
    const url = 'https://kota-tirtasari.example'
    await rig.newsroom.targets.add({ name: 'situs', type: 'redaksi', url, secretEnv: null }, 'rahasia')
    expect(await codeOf(rig.client.publish.publish({ id: ids[2] ?? '' }))).toBe('desk.sample')
    expect(await rig.client.publish.entries()).toEqual([])
  })
})
