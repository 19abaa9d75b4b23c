import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createBackend } from '../../src/backend/answer.ts'
import { openNewsroom, type Newsroom } from '../../src/backend/newsroom.ts'
import {
  createBridgeClient,
  type AppContract,
  type Backend,
  type BridgeClient,
} from '../../src/bridge/index.ts'
import { createSystemClock } from '../../src/base/node/system.ts'
import { createLibrary } from '../../src/newsroom/drafts/node/index.ts'
import { formatText } from '../../src/newsroom/formats/index.ts'
import type { Connection } from '../../src/newsroom/publish/index.ts'
import { aHouse, aStory, createTestRandom } from '../support/builders.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'

interface Rig {
  readonly folder: string
  readonly newsroom: Newsroom
  readonly backend: Backend
  readonly client: BridgeClient<AppContract>
  /** Resolves to the first connection told, from now on, that is as it should be. */
  readonly hearConnection: (isRight: (connection: Connection) => boolean) => Promise<Connection>
}

const TEMPLATE = { id: 'rapat', name: 'Rapat', headline: '{{kegiatan}}', blocks: ['Isi {{tempat}}.'] }

async function makeLibrary(): Promise<string> {
  const folder = join(await makeTemporaryFolder(), 'pustaka')
  await createLibrary(folder, {
    house: aHouse({ templates: [TEMPLATE] }),
    clock: createSystemClock(),
    random: createTestRandom(3),
  })
  return folder
}

async function open(folder: string, mode: 'read' | 'write' = 'write'): Promise<Rig> {
  const random = createTestRandom(5)
  const surroundings = {
    clock: createSystemClock(),
    random,
    env: {},
    configFolder: join(folder, '..', 'config'),
    address: null,
    onWarning: () => undefined,
  }
  const newsroom = await openNewsroom(folder, mode, surroundings)
  onTestFinished(() => newsroom.close())
  const bugs: unknown[] = []
  const backend = createBackend(newsroom, {
    host: 'web',
    release: '0.1.0',
    locale: 'id',
    onBug: (error) => bugs.push(error),
    probeEvery: 50,
  })
  onTestFinished(async () => {
    await backend.close()
    expect(bugs).toEqual([])
  })
  const client = createBridgeClient<AppContract>({ call: backend.dispatch, on: backend.on })
  const hearConnection = (isRight: (connection: Connection) => boolean) =>
    new Promise<Connection>((resolve) => {
      const stop = client.on('publish.outboxChanged', (connection) => {
        if (!isRight(connection)) return
        stop()
        resolve(connection)
      })
    })
  return { folder, newsroom, backend, client, hearConnection }
}

const openFresh = async () => open(await makeLibrary())

async function createApproved({ client }: Rig): Promise<string> {
  const { id } = await client.drafts.create({ headline: 'Uji Alat Bantu Coblos' })
  await client.drafts.save({ id, baseRevision: 1, story: aStory() })
  await client.drafts.signOff({ id, revision: 2, by: 'ed' })
  return id
}

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
    const { client, folder } = await openFresh()
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
    const rig = await openFresh()
    const id = await createApproved(rig)
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
    const rig = await openFresh()
    const id = await createApproved(rig)
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
    const { client } = await openFresh()
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
    const { client } = await openFresh()
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
    const rig = await openFresh()
    const id = await createApproved(rig)
    expect((await rig.client.drafts.trash({ id })).trashedAt).not.toBeNull()
    expect((await rig.client.drafts.list()).total).toBe(0)
    expect((await rig.client.drafts.untrash({ id })).trashedAt).toBeNull()
  })

  it('start a draft from a template of the house', async () => {
    const { client } = await openFresh()
    expect(await client.house.templates()).toEqual([{ id: 'rapat', name: 'Rapat' }])
    const draft = await client.drafts.create({ template: 'rapat' })
    expect(draft.story.headline).toBe('{{kegiatan}}')
    await expect(client.drafts.create({ template: 'lain' })).rejects.toMatchObject({
      code: 'house.template-unknown',
    })
  })

  it('export the very text of the command line', async () => {
    const rig = await openFresh()
    const id = await createApproved(rig)
    expect(await rig.client.drafts.export({ id, format: 'txt' })).toEqual({
      text: formatText(aStory(), aHouse()),
      fileName: 'kpu-kota-tirtasari-uji-alat-bantu-coblos.txt',
      mediaType: 'text/plain; charset=utf-8',
    })
  })

  it('mend nothing where nothing is damaged', async () => {
    const rig = await openFresh()
    const id = await createApproved(rig)
    expect(await rig.client.drafts.recover({ id })).toMatchObject({
      draft: { id, revision: 2 },
      mended: null,
    })
  })
})

describe('the answers for publishing', () => {
  it('queue what was approved, which leaves by itself and is told', async () => {
    const rig = await openFresh()
    const { newsroom, client } = rig
    await newsroom.targets.add(
      { name: 'map', type: 'folder', url: await makeTemporaryFolder(), secretEnv: null },
      null,
    )
    const id = await createApproved(rig)
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
    const rig = await openFresh()
    const url = `http://127.0.0.1:${await findClosedPort()}`
    await rig.newsroom.targets.add({ name: 'situs', type: 'redaksi', url, secretEnv: null }, 'rahasia')
    const id = await createApproved(rig)
    const offline = rig.hearConnection(({ state, waiting }) => state === 'offline' && waiting === 1)
    await rig.client.publish.publish({ id })
    expect(await offline).toMatchObject({ parked: 0, problem: null })
    expect(await rig.client.publish.sync()).toMatchObject({ waiting: 1 })
    const [entry] = await rig.client.publish.entries()
    await rig.client.publish.drop({ entry: entry?.id ?? '' })
    expect(await rig.client.publish.connection()).toMatchObject({ state: 'offline', waiting: 0 })
  })

  it('find out by themselves that an idle target is gone', async () => {
    const rig = await openFresh()
    const url = `http://127.0.0.1:${await findClosedPort()}`
    const offline = rig.hearConnection(({ state }) => state === 'offline')
    await rig.newsroom.targets.add({ name: 'situs', type: 'redaksi', url, secretEnv: null }, 'rahasia')
    expect(await offline).toMatchObject({ waiting: 0 })
  })

  it('know nothing of a story that never went anywhere', async () => {
    const rig = await openFresh()
    const id = await createApproved(rig)
    expect(await rig.client.publish.ledger({ id })).toBeNull()
    await expect(rig.client.publish.withdraw({ id, reason: 'Salah' })).rejects.toMatchObject({
      code: 'desk.not-published',
    })
    await expect(rig.client.publish.publish({ id })).rejects.toMatchObject({ code: 'desk.no-targets' })
  })
})

describe('the answers beside another process', () => {
  it('read, and refuse to write', async () => {
    const writer = await openFresh()
    const id = await createApproved(writer)
    const { client } = await open(writer.folder, 'read')
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
