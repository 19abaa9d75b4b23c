import { describe, expect, it } from 'vitest'
import type { Newsroom } from '../../src/backend/newsroom.ts'
import { removeDraft, removeExpired } from '../../src/backend/trash.ts'
import { aStory } from '../support/builders.ts'
import { openOnDay } from './newsroom-rig.ts'

const DAY = 86_400_000

async function publish(newsroom: Newsroom): Promise<string> {
  const { approveDraft, publishDraft } = await import('../../src/backend/desk.ts')
  const { id } = await newsroom.library.drafts.create(aStory())
  await approveDraft(newsroom, id, 'ed')
  await publishDraft(newsroom, id, [])
  return id
}

describe('the trash', () => {
  it('lets go of what is older than the office keeps it, and of nothing else', async () => {
    const day = { now: Date.parse('2025-11-14T02:00:00.000Z') }
    const newsroom = await openOnDay(day)
    const { drafts } = newsroom.library
    const [old, fresh, kept] = [
      await drafts.create(aStory({ slug: 'a' })),
      await drafts.create(aStory({ slug: 'b' })),
      await drafts.create(aStory({ slug: 'c' })),
    ].map(({ id }) => id)
    await drafts.trash(old ?? '')
    day.now += 29 * DAY
    await drafts.trash(fresh ?? '')
    expect(await removeExpired(newsroom)).toEqual([])
    day.now += 2 * DAY
    expect(await removeExpired(newsroom)).toEqual([old])
    await newsroom.library.writeTrashDays(null)
    day.now += 400 * DAY
    expect(await removeExpired(newsroom)).toEqual([])
    expect((await drafts.listIds()).concat(await drafts.listIds({ status: 'trashed' }))).toEqual([
      kept,
      fresh,
    ])
  })

  it('never lets go of what readers can see or what is on its way, and does once it was withdrawn', async () => {
    const day = { now: Date.parse('2025-11-14T02:00:00.000Z') }
    const newsroom = await openOnDay(day)
    const { drafts } = newsroom.library
    const id = await publish(newsroom)
    await drafts.trash(id)
    await expect(removeDraft(newsroom, id)).rejects.toMatchObject({ code: 'desk.still-queued' })
    day.now += 90 * DAY
    expect(await removeExpired(newsroom)).toEqual([])
    await newsroom.publisher.sync({ once: true })
    await expect(removeDraft(newsroom, id)).rejects.toMatchObject({ code: 'desk.still-public' })
    expect(await removeExpired(newsroom)).toEqual([])
    await newsroom.publisher.withdraw({ draft: id, reason: 'Keliru.' })
    await newsroom.publisher.sync({ once: true })
    expect(await removeExpired(newsroom)).toEqual([id])
    expect(await newsroom.publisher.ledger(id)).toHaveLength(1)
    expect(await newsroom.publisher.verify()).toEqual([])
  })

  it('shows what went out by month, and what came of it', async () => {
    const day = { now: Date.parse('2025-11-30T18:00:00.000Z') }
    const newsroom = await openOnDay(day)
    const id = await publish(newsroom)
    await newsroom.publisher.sync({ once: true })
    await newsroom.overlay.bringInStep()
    const { drafts } = newsroom.library
    // By the office's clock it is the first of December already.
    expect(await drafts.readArchive()).toMatchObject({
      months: [{ value: '2025-12', count: 1 }],
      month: '2025-12',
      rows: [{ id, status: 'published', targets: [{ target: 'arsip', kind: 'publish' }] }],
    })
    await newsroom.publisher.withdraw({ draft: id, reason: 'Keliru.' })
    await newsroom.publisher.sync({ once: true })
    await newsroom.overlay.bringInStep()
    expect((await drafts.readArchive({ month: '2025-12' })).rows).toMatchObject([{ status: 'withdrawn' }])
    expect((await drafts.readArchive({ month: '2025-11' })).rows).toEqual([])
  })
})
