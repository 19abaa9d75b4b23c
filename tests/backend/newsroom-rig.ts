import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { createBackend } from '../../src/backend/answer.ts'
import { openNewsroom, type Newsroom } from '../../src/backend/newsroom.ts'
import { createSystemClock } from '../../src/base/node/system.ts'
import {
  createBridgeClient,
  type AppContract,
  type Backend,
  type BridgeClient,
} from '../../src/bridge/index.ts'
import { createLibrary } from '../../src/newsroom/drafts/node/index.ts'
import type { Connection } from '../../src/newsroom/publish/index.ts'
import { aHouse, aStory, createTestRandom } from '../support/builders.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'

/** An open newsroom on a real library, and a client of its backend. */
export interface NewsroomRig {
  readonly folder: string
  readonly newsroom: Newsroom
  readonly backend: Backend
  readonly client: BridgeClient<AppContract>
  /** Resolves to the first connection told, from now on, that is as it should be. */
  readonly hearConnection: (isRight: (connection: Connection) => boolean) => Promise<Connection>
}

const TEMPLATE = { id: 'rapat', name: 'Rapat', headline: '{{kegiatan}}', blocks: ['Isi {{tempat}}.'] }

/** Makes a fresh library and opens it for writing. Two with other seeds have other ids. */
export async function openFreshNewsroom(seed = 3): Promise<NewsroomRig> {
  const folder = join(await makeTemporaryFolder(), 'pustaka')
  const house = aHouse({ templates: [TEMPLATE] })
  await createLibrary(folder, { house, clock: createSystemClock(), random: createTestRandom(seed) })
  return openNewsroomRig(folder, 'write', seed + 2)
}

/** A newsroom whose clock is moved by hand, with one target that is a folder. */
export async function openOnDay(day: { now: number }): Promise<Newsroom> {
  const place = await makeTemporaryFolder()
  const folder = join(place, 'pustaka')
  const clock = { now: () => day.now }
  await createLibrary(folder, { house: aHouse(), clock, random: createTestRandom(3) })
  const newsroom = await openNewsroom(folder, 'write', {
    clock,
    random: createTestRandom(7),
    env: {},
    configFolder: join(place, 'config'),
    address: null,
    onWarning: () => undefined,
  })
  onTestFinished(() => newsroom.close())
  const target = { name: 'arsip', type: 'folder', url: join(place, 'arsip'), secretEnv: null } as const
  await newsroom.targets.add(target, null)
  return newsroom
}

/** Opens a library that is there. When the test has finished, no bug must have been heard of. */
export async function openNewsroomRig(
  folder: string,
  mode: 'read' | 'write',
  seed = 5,
): Promise<NewsroomRig> {
  const newsroom = await openNewsroom(folder, mode, {
    clock: createSystemClock(),
    random: createTestRandom(seed),
    env: {},
    configFolder: join(folder, '..', 'config'),
    address: null,
    onWarning: () => undefined,
  })
  onTestFinished(() => newsroom.close())
  const bugs: unknown[] = []
  const onBug = (error: unknown) => void bugs.push(error)
  const backend = createBackend(newsroom, {
    host: 'web',
    release: '0.1.0',
    locale: 'id',
    onBug,
    probeEvery: 50,
  })
  onTestFinished(async () => {
    await backend.close()
    expect(bugs).toEqual([])
  })
  const client = createBridgeClient<AppContract>({ call: backend.dispatch, on: backend.on })
  const hearConnection: NewsroomRig['hearConnection'] = (isRight) =>
    new Promise((resolve) => {
      const stop = client.on('publish.outboxChanged', (connection) => {
        if (!isRight(connection)) return
        stop()
        resolve(connection)
      })
    })
  return { folder, newsroom, backend, client, hearConnection }
}

/** Makes a draft with a whole story and signs it off; it has revision 2. */
export async function createApprovedDraft({ client }: NewsroomRig): Promise<string> {
  const { id } = await client.drafts.create({ headline: 'Uji Alat Bantu Coblos' })
  await client.drafts.save({ id, baseRevision: 1, story: aStory() })
  await client.drafts.signOff({ id, revision: 2, by: 'ed' })
  return id
}
