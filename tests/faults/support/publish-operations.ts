import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createHttpClient } from '../../../src/base/node/http-client.ts'
import { systemRandom } from '../../../src/base/node/system.ts'
import { writeFileDurably } from '../../../src/base/node/durable-write.ts'
import { encodeJson } from '../../../src/base/node/json-file.ts'
import { formatNinjs, type NinjsArticle } from '../../../src/newsroom/formats/index.ts'
import { createAdapters, createPublisher, type Publisher } from '../../../src/newsroom/publish/node/index.ts'
import { aHouse } from '../../support/builders.ts'
import { layLibrary } from './draft-operations.ts'
import { ACTED_AT, LAID_AT, type Operation, type Scene, type Verdict } from './operation.ts'
import { makeStory } from './stories.ts'

/** The article of a story of so many paragraphs. */
function makeArticle(id: string, number: number, size: number): NinjsArticle {
  const at = new Date(LAID_AT).toISOString()
  return formatNinjs(makeStory(number, size), {
    house: aHouse(),
    id,
    revision: number,
    createdAt: at,
    updatedAt: at,
  })
}

function openPublisher({ folder }: Scene, random = systemRandom): Publisher {
  const secrets = { get: async () => null, set: async () => undefined, remove: async () => undefined }
  return createPublisher({
    folder: join(folder, 'library'),
    mode: 'write',
    clock: { now: () => ACTED_AT },
    random,
    adapters: createAdapters({ libraryId: 'uji', secrets, env: {}, http: createHttpClient() }),
  })
}

async function layTarget(folder: string, size: number): Promise<string> {
  const draft = await layLibrary(folder, size)
  // The scene is copied: the target is the folder that every copy knows by the same name, from where it runs.
  const target = { name: 'situs', type: 'folder', url: '/dev/null/situs', secretEnv: null }
  const path = join(folder, 'library', 'targets.json')
  await writeFileDurably(path, encodeJson({ schema: 1, targets: [target] }))
  return draft
}

/** Points the target into this copy of the scene. */
async function placeTarget({ folder }: Scene): Promise<void> {
  const target = { name: 'situs', type: 'folder', url: join(folder, 'situs'), secretEnv: null }
  const path = join(folder, 'library', 'targets.json')
  await writeFileDurably(path, encodeJson({ schema: 1, targets: [target] }))
}

const REQUEST = { kind: 'publish', targets: ['situs'] } as const

function enqueueStory(scene: Scene, random = systemRandom): Promise<unknown> {
  const article = makeArticle(scene.draft, 2, scene.size)
  return openPublisher(scene, random).enqueue({ ...REQUEST, draft: scene.draft, article })
}

/** Where the story stands: how often it waits, and how often the ledger says that the target holds it. */
async function count(scene: Scene): Promise<{ waiting: number; held: number; problems: number }> {
  const publisher = openPublisher(scene)
  const [story] = await publisher.ledger(scene.draft)
  return {
    waiting: (await publisher.entries()).length,
    held: story?.records.length ?? 0,
    problems: (await publisher.verify()).length,
  }
}

/** Whatever happened, the story goes out once, and then nothing is left to send. */
async function publishOnce(scene: Scene): Promise<void> {
  await placeTarget(scene)
  await enqueueStory(scene)
  await openPublisher(scene).sync({ once: true })
  const again = await openPublisher(scene).sync({ once: true })
  const articles = await readdir(join(scene.folder, 'situs', 'articles'))
  const pages = await readdir(join(scene.folder, 'situs', 'berita'))
  const shown = [articles, pages].map((names) => names.filter((name) => !name.endsWith('.tmp')).length)
  const found = { ...(await count(scene)), sent: again.sent, shown }
  const expected = { waiting: 0, held: 1, problems: 0, sent: 0, shown: [1, 1] }
  if (JSON.stringify(found) !== JSON.stringify(expected))
    throw new Error(`published as ${JSON.stringify(found)}`)
}

const enqueue: Operation = {
  name: 'enqueue',
  findings: [],
  lay: layTarget,
  open:
    async (scene, { random }) =>
    async (acknowledge) => {
      await enqueueStory(scene, random)
      acknowledge()
    },
  async judge(scene): Promise<Verdict> {
    const found = await count(scene)
    const isWhole = found.held === 0 && found.problems === 0 && found.waiting <= 1
    return isWhole ? (found.waiting === 1 ? 'new' : 'old') : { broken: JSON.stringify(found) }
  },
  goOn: publishOnce,
}

/** The answer of the target goes into the ledger, and only then the entry leaves the outbox. */
const confirm: Operation = {
  name: 'confirm',
  findings: [],
  lay: async (folder, size) => {
    const draft = await layTarget(folder, size)
    await enqueueStory({ folder, size, draft })
    return draft
  },
  async open(scene, { random }) {
    await placeTarget(scene)
    const publisher = openPublisher(scene, random)
    await publisher.entries()
    return async (acknowledge) => {
      const { done } = await publisher.sync({ once: true })
      if (done !== 1) throw new Error(`${done} entries are done, not 1`)
      acknowledge()
    }
  },
  async judge(scene): Promise<Verdict> {
    const found = await count(scene)
    const isWhole =
      found.problems === 0 && found.held <= 1 && found.waiting <= 1 && found.held + found.waiting > 0
    return isWhole ? (found.held === 1 ? 'new' : 'old') : { broken: JSON.stringify(found) }
  },
  goOn: publishOnce,
}

/** What is done to the outbox and the ledger. */
export const PUBLISH_OPERATIONS: readonly Operation[] = [enqueue, confirm]
