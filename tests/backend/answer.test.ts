import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { formatText } from '../../src/newsroom/formats/index.ts'
import { aHouse, aStory } from '../support/builders.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'
import { createApprovedDraft, openFreshNewsroom, openNewsroomRig } from './newsroom-rig.ts'

/** A port of this machine where nobody listens. */
async function findClosedPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}

describe('the answers for drafts', () => {
  it('save a story to the disk before they say so, and tell who listens', async () => {
    const { client, folder } = await openFreshNewsroom()
    const changes: unknown[] = []
    client.on('drafts.changed', (told) => changes.push(told))
    const { id } = await client.drafts.create()
    const head = await client.drafts.save({ id, baseRevision: 1, story: aStory() })
    expect(await readFile(join(folder, 'drafts', id, 'draft.json'), 'utf8')).toContain('dua belas pemilih')
    expect(head).toMatchObject({ id, revision: 2 })
    expect(head).not.toHaveProperty('story')
    expect(changes).toEqual([
      { id, revision: 1 },
      { id, revision: 2 },
    ])
  })

  it('read a draft with the word that the list shows for it', async () => {
    const rig = await openFreshNewsroom()
    const id = await createApprovedDraft(rig)
    expect(await rig.client.drafts.read({ id })).toMatchObject({
      status: 'approved',
      draft: { id, revision: 2, story: aStory() },
    })
    expect(await rig.client.drafts.list({ query: 'coblos' })).toMatchObject({
      total: 1,
      drafts: [{ id, status: 'approved' }],
    })
  })

  it('refuse a save that someone else came before, and one that would empty the text unasked', async () => {
    const rig = await openFreshNewsroom()
    const id = await createApprovedDraft(rig)
    const story = aStory({ headline: 'Lain' })
    await expect(rig.client.drafts.save({ id, baseRevision: 1, story })).rejects.toMatchObject({
      code: 'drafts.conflict',
    })
    const empty = aStory({ blocks: [''] })
    await expect(rig.client.drafts.save({ id, baseRevision: 2, story: empty })).rejects.toMatchObject({
      code: 'drafts.would-empty',
    })
    expect(
      await rig.client.drafts.save({ id, baseRevision: 2, story: empty, allowEmpty: true }),
    ).toMatchObject({ revision: 3 })
  })

  it('sign off the revision that was read and no other', async () => {
    const { client } = await openFreshNewsroom()
    const { id } = await client.drafts.create()
    await client.drafts.save({ id, baseRevision: 1, story: aStory() })
    await expect(client.drafts.signOff({ id, revision: 1, by: 'ed' })).rejects.toMatchObject({
      code: 'drafts.conflict',
    })
    expect(await client.drafts.signOff({ id, revision: 2, by: 'ed' })).toMatchObject({
      signOff: { revision: 2, by: 'ed' },
    })
  })

  it('make a kept revision the newest one, keeping the head', async () => {
    const { client } = await openFreshNewsroom()
    const { id } = await client.drafts.create()
    await client.drafts.save({ id, baseRevision: 1, story: aStory() })
    await client.drafts.keepSnapshot({ id, reason: 'open' })
    await client.drafts.save({ id, baseRevision: 2, story: aStory({ headline: 'Salah' }) })
    const restored = await client.drafts.restoreRevision({ id, revision: 2, baseRevision: 3 })
    expect([restored.revision, restored.story.headline]).toEqual([4, aStory().headline])
    expect((await client.drafts.readRevision({ id, revision: 3 })).headline).toBe('Salah')
    expect((await client.drafts.listRevisions({ id })).map(({ revision }) => revision)).toContain(3)
  })

  it('put a draft into the trash and take it out', async () => {
    const rig = await openFreshNewsroom()
    const id = await createApprovedDraft(rig)
    expect((await rig.client.drafts.trash({ id })).trashedAt).not.toBeNull()
    expect((await rig.client.drafts.list()).total).toBe(0)
    expect((await rig.client.drafts.untrash({ id })).trashedAt).toBeNull()
  })

  it('start a draft from a template of the house', async () => {
    const { client } = await openFreshNewsroom()
    expect(await client.house.templates()).toEqual([{ id: 'rapat', name: 'Rapat' }])
    const draft = await client.drafts.create({ template: 'rapat' })
    expect(draft.story.headline).toBe('{{kegiatan}}')
    await expect(client.drafts.create({ template: 'lain' })).rejects.toMatchObject({
      code: 'house.template-unknown',
    })
  })

  it('export the very text of the command line', async () => {
    const rig = await openFreshNewsroom()
    const id = await createApprovedDraft(rig)
    expect(await rig.client.drafts.export({ id, format: 'txt' })).toEqual({
      text: formatText(aStory(), aHouse()),
      encoding: 'utf8',
      fileName: 'kpu-kota-tirtasari-uji-alat-bantu-coblos.txt',
      mediaType: 'text/plain; charset=utf-8',
    })
  })

  it('mend nothing where nothing is damaged', async () => {
    const rig = await openFreshNewsroom()
    const id = await createApprovedDraft(rig)
    expect(await rig.client.drafts.recover({ id })).toMatchObject({
      draft: { id, revision: 2 },
      mended: null,
    })
  })
})

describe('the answers for publishing', () => {
  it('queue what was approved, which leaves by itself and is told', async () => {
    const rig = await openFreshNewsroom()
    const { newsroom, client } = rig
    await newsroom.targets.add(
      { name: 'map', type: 'folder', url: await makeTemporaryFolder(), secretEnv: null },
      null,
    )
    const id = await createApprovedDraft(rig)
    const sent = rig.hearConnection(({ waiting, state }) => waiting === 0 && state === 'online')
    expect(await client.publish.publish({ id })).toMatchObject([
      { kind: 'publish', target: 'map', revision: 2 },
    ])
    expect(await sent).toEqual({ state: 'online', waiting: 0, parked: 0, problem: null })
    expect(await client.publish.ledger({ id })).toMatchObject({
      publication: 'public',
      targets: [{ target: 'map', revision: 2 }],
    })
    expect(await client.drafts.read({ id })).toMatchObject({ status: 'published' })
    expect(await client.publish.entries()).toEqual([])
  })

  it('say offline when no target can be reached, and keep what waits', async () => {
    const rig = await openFreshNewsroom()
    const url = `http://127.0.0.1:${await findClosedPort()}`
    await rig.newsroom.targets.add({ name: 'situs', type: 'redaksi', url, secretEnv: null }, 'rahasia')
    const id = await createApprovedDraft(rig)
    const offline = rig.hearConnection(({ state, waiting }) => state === 'offline' && waiting === 1)
    await rig.client.publish.publish({ id })
    expect(await offline).toMatchObject({ parked: 0, problem: null })
    expect(await rig.client.publish.sync()).toMatchObject({ waiting: 1 })
    const [entry] = await rig.client.publish.entries()
    await rig.client.publish.drop({ entry: entry?.id ?? '' })
    expect(await rig.client.publish.connection()).toMatchObject({ state: 'offline', waiting: 0 })
  })

  it('find out by themselves that an idle target is gone', async () => {
    const rig = await openFreshNewsroom()
    const url = `http://127.0.0.1:${await findClosedPort()}`
    const offline = rig.hearConnection(({ state }) => state === 'offline')
    await rig.newsroom.targets.add({ name: 'situs', type: 'redaksi', url, secretEnv: null }, 'rahasia')
    expect(await offline).toMatchObject({ waiting: 0 })
  })

  it('know nothing of a story that never went anywhere', async () => {
    const rig = await openFreshNewsroom()
    const id = await createApprovedDraft(rig)
    expect(await rig.client.publish.ledger({ id })).toBeNull()
    await expect(rig.client.publish.withdraw({ id, reason: 'Salah' })).rejects.toMatchObject({
      code: 'desk.not-published',
    })
    await expect(rig.client.publish.publish({ id })).rejects.toMatchObject({ code: 'desk.no-targets' })
  })
})

describe('the answers beside another process', () => {
  it('read, and refuse to write', async () => {
    const writer = await openFreshNewsroom()
    const id = await createApprovedDraft(writer)
    const { client } = await openNewsroomRig(writer.folder, 'read')
    expect(await client.app.info()).toMatchObject({
      isReadOnly: true,
      library: writer.folder,
      host: 'web',
      release: '0.1.0',
    })
    expect(await client.drafts.read({ id })).toMatchObject({ draft: { revision: 2 } })
    await expect(client.drafts.save({ id, baseRevision: 2, story: aStory() })).rejects.toMatchObject({
      code: 'drafts.read-only',
    })
    expect(await client.publish.connection()).toEqual({
      state: 'unknown',
      waiting: 0,
      parked: 0,
      problem: null,
    })
  })
})
