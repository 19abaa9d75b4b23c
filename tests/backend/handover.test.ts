import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { examineLibrary } from '../../src/backend/index.ts'
import { codeOf } from '../support/code-of.ts'
import {
  createPlainDraft,
  createRichDraft,
  fetchFile,
  lookAt,
  readTree,
  retitle,
  settle,
} from './handover-rig.ts'
import { createApprovedDraft, openFreshNewsroom, type NewsroomRig } from './newsroom-rig.ts'

/** Two desks, and a draft of the first that the second has too. */
async function handOver() {
  const [mine, theirs] = [await openFreshNewsroom(3), await openFreshNewsroom(40)]
  const id = await createPlainDraft(mine)
  await settle(theirs, await lookAt(theirs, await fetchFile(mine, id)), 'take')
  return { mine, theirs, id }
}

async function readHeadline({ client }: NewsroomRig, id: string): Promise<string> {
  return (await client.drafts.read({ id })).draft.story.headline
}

async function examine({ folder, newsroom }: NewsroomRig) {
  await newsroom.library.drafts.settle()
  const { surroundings } = newsroom
  return (await examineLibrary(folder, { fix: false, surroundings })).problems
}

describe('a hand-over file', () => {
  it('brings the story, its past, its names, its photos and attachments into another library', async () => {
    const [mine, theirs] = [await openFreshNewsroom(3), await openFreshNewsroom(40)]
    const { id, photo, attachment } = await createRichDraft(mine)
    await settle(theirs, await lookAt(theirs, await fetchFile(mine, id)), 'take')
    const read = async ({ client, folder }: NewsroomRig) => {
      const { order: _order, ...draft } = (await client.drafts.read({ id })).draft
      const [{ addedAt: _addedAt, ...record }] = (await client.photos.list({ ids: [photo] })) as never as [
        { addedAt: string },
      ]
      return {
        ...{ draft, record, revisions: await client.drafts.listRevisions({ id }) },
        photo: await readFile(join(folder, 'photos', `${photo}.jpg`)),
        attachment: await readFile(join(folder, 'attachments', `${attachment}.pdf`)),
      }
    }
    const [sent, received] = [await read(mine), await read(theirs)]
    expect(received).toEqual(sent)
    expect(received.revisions.map(({ name, reason }) => [name, reason])).toContainEqual([
      'Sebelum rapat',
      'named',
    ])
    expect(Object.keys(await readTree(theirs.folder)).filter((path) => path.startsWith('receiving'))).toEqual(
      [],
    )
  })

  it('is the same file for the same draft, and says so where nothing is new', async () => {
    const { mine, theirs, id } = await handOver()
    const file = await fetchFile(mine, id)
    expect(file.equals(await fetchFile(mine, id))).toBe(true)
    const before = await readTree(theirs.folder)
    const view = await lookAt(theirs, file)
    expect(view).toMatchObject({ kind: 'same', revisions: 0, photos: 0, attachments: 0, otherwise: 0 })
    expect(await settle(theirs, view, 'keep')).toMatchObject({ kind: 'kept' })
    expect(await readTree(theirs.folder)).toEqual(before)
    expect(await codeOf(settle(theirs, view, 'keep'))).toBe('handover.gone')
  })

  it('goes on from what is here: theirs comes in, mine stays under a name, and can be had back', async () => {
    const { mine, theirs, id } = await handOver()
    await retitle(theirs, id, 'Dilanjutkan')
    const view = await lookAt(mine, await fetchFile(theirs, id))
    expect(view).toMatchObject({ kind: 'ahead', common: 3, mine: { revision: 3 }, theirs: { revision: 4 } })
    expect(await settle(mine, view, 'take')).toEqual({ kind: 'taken', id, revision: 4, former: 3 })
    expect(await readHeadline(mine, id)).toBe('Dilanjutkan')
    const named = (await mine.client.drafts.listRevisions({ id })).filter(({ name }) => name !== null)
    expect(named.map(({ revision, name }) => [revision, name])).toEqual([
      [3, 'Sebelum serah terima'],
      [2, 'Sebelum rapat'],
    ])
    await mine.client.drafts.restoreRevision({ id, revision: 3, baseRevision: 4 })
    expect(await readHeadline(mine, id)).not.toBe('Dilanjutkan')
    // Now this side is ahead, and theirs is only taken when somebody says so.
    expect(await lookAt(mine, await fetchFile(theirs, id))).toMatchObject({ kind: 'behind' })
  })

  it('is decided by a person when both sides have changed: mine, theirs, or both', async () => {
    const { mine, theirs, id } = await handOver()
    await retitle(mine, id, 'Di sini')
    await retitle(theirs, id, 'Di sana')
    await retitle(theirs, id, 'Di sana lagi')
    const file = await fetchFile(theirs, id)
    expect(await lookAt(mine, file)).toMatchObject({ kind: 'apart', common: 3 })

    expect(await settle(mine, await lookAt(mine, file), 'keep')).toMatchObject({ kind: 'kept', revision: 4 })
    expect(await readHeadline(mine, id)).toBe('Di sini')

    const copied = await settle(mine, await lookAt(mine, file), 'both')
    expect(copied).toMatchObject({ kind: 'copied', former: null })
    const copy = (await mine.client.drafts.read({ id: copied.id })).draft
    expect([copied.id === id, copy.story.headline]).toEqual([false, 'Salinan'])
    expect(copy.story.slug).not.toBe((await mine.client.drafts.read({ id })).draft.story.slug)

    // Their numbers are taken here: what they wrote stands above what is here, in its order.
    expect(await settle(mine, await lookAt(mine, file), 'take')).toMatchObject({ former: 4, revision: 5 })
    expect(await readHeadline(mine, id)).toBe('Di sana lagi')
    expect((await mine.client.drafts.readRevision({ id, revision: 4 })).headline).toBe('Di sini')
    expect(await lookAt(mine, file)).toMatchObject({ kind: 'same' })
    expect(await examine(mine)).toEqual([])
  })

  it('is refused when the story was changed since it was looked at, and nothing is lost', async () => {
    const { mine, theirs, id } = await handOver()
    await retitle(theirs, id, 'Di sana')
    const view = await lookAt(mine, await fetchFile(theirs, id))
    await retitle(mine, id, 'Di sini')
    expect(await codeOf(settle(mine, view, 'take'))).toBe('drafts.conflict')
    expect(await readHeadline(mine, id)).toBe('Di sini')
    expect(await examine(mine)).toEqual([])
  })

  it('can be stopped on both ways, and leaves nothing', async () => {
    const { mine, id } = await handOver()
    const file = await fetchFile(mine, id)
    const before = await readTree(mine.folder)
    const writing = codeOf(mine.client.handover.write({ id, task: 'simpan' }))
    await mine.client.handover.stop({ task: 'simpan' })
    expect(await writing).toBe('handover.stopped')
    const stop = () => void mine.client.handover.stop({ task: 'uji' })
    expect(await codeOf(lookAt(mine, file, stop))).toBe('handover.stopped')
    expect(await readTree(mine.folder)).toEqual(before)
  })
})

describe('a story that is public elsewhere', () => {
  const target = (folder: string) =>
    ({ name: 'situs', type: 'folder', url: join(folder, 'situs'), secretEnv: null }) as const

  async function publishAndHandOver() {
    const [mine, theirs] = [await openFreshNewsroom(3), await openFreshNewsroom(40)]
    for (const rig of [mine, theirs]) await rig.newsroom.targets.add(target(rig.folder), null)
    const id = await createApprovedDraft(mine)
    const isSent = mine.hearConnection(({ waiting }) => waiting === 0)
    await mine.client.publish.publish({ id })
    await isSent
    const view = await lookAt(theirs, await fetchFile(mine, id))
    await settle(theirs, view, 'take')
    return { mine, theirs, id, view }
  }

  it('is told of with its address, and is not published a second time by mistake', async () => {
    const { theirs, id, view } = await publishAndHandOver()
    expect(view.elsewhere).toMatchObject([
      { desk: 'KPU Kota Tirtasari', sequence: 1, shown: [{ target: 'situs' }] },
    ])
    expect(await codeOf(theirs.client.publish.publish({ id }))).toBe('desk.public-elsewhere')
    expect(await theirs.client.publish.ledger({ id })).toBeNull()
    await theirs.client.handover.settleElsewhere({ id })
    expect(await theirs.client.publish.publish({ id })).toHaveLength(1)
  })

  it('comes back to where it was published without a warning about itself', async () => {
    const { mine, theirs, id } = await publishAndHandOver()
    await retitle(theirs, id, 'Diperbaiki')
    const view = await lookAt(mine, await fetchFile(theirs, id))
    expect(view).toMatchObject({ kind: 'ahead', elsewhere: [] })
    await settle(mine, view, 'take')
    await mine.client.drafts.signOff({ id, revision: 3, by: 'ed' })
    expect(await mine.client.publish.publish({ id })).toMatchObject([{ revision: 3 }])
  })

  it('warns of its copy, too', async () => {
    const { mine, theirs, id } = await publishAndHandOver()
    await retitle(theirs, id, 'Di sana')
    await retitle(mine, id, 'Di sini')
    const copy = await settle(mine, await lookAt(mine, await fetchFile(theirs, id)), 'both')
    await mine.client.drafts.signOff({ id: copy.id, revision: copy.revision, by: 'ed' })
    expect(await codeOf(mine.client.publish.publish({ id: copy.id }))).toBe('desk.public-elsewhere')
  })
})
