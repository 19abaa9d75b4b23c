import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { createSystemClock, systemRandom } from '../../../src/base/node/system.ts'
import { startEndpoint } from '../../../src/endpoint/index.ts'
import {
  createLibrary,
  inspectLibrary,
  mendLibrary,
  openLibrary,
} from '../../../src/newsroom/drafts/node/index.ts'
import { createPublisher } from '../../../src/newsroom/publish/node/index.ts'
import { readFile } from 'node:fs/promises'
import { aHouse } from '../../support/builders.ts'
import { recogniseStory } from './stories.ts'

/** Something that writes to a disk until its power is cut. */
export interface PowerSubject {
  readonly name: string
  /** Which of `tests/faults/programs` does it. */
  readonly program: string
  lay(folder: string): Promise<void>
  /** What of that which the program was answered for is lost, and what is damaged; empty when nothing is. */
  check(folder: string, lines: readonly unknown[]): Promise<readonly string[]>
}

const surroundings = { clock: createSystemClock(), random: systemRandom }

const drafts: PowerSubject = {
  name: 'saves',
  program: 'save-rapidly',
  lay: async (folder) => void (await createLibrary(folder, { house: aHouse(), ...surroundings })),
  async check(folder, lines) {
    const answered = new Map<string, number>()
    for (const line of lines) {
      const { draft, number } = z.object({ draft: z.string(), number: z.int() }).parse(line)
      answered.set(draft, number)
    }
    const found = await inspectLibrary(folder, { isAlone: true })
    const losses = found.flatMap(({ code, path }) => (EXPECTED.has(code) ? [] : [`${code} ${path}`]))
    const library = await openLibrary(folder, { mode: 'write', ...surroundings })
    for (const [id, number] of answered) {
      const stands = await library.drafts.read(id).then(({ story }) => recogniseStory(story), String)
      if (typeof stands !== 'number' || stands < number)
        losses.push(`${id}: ${number} answered, ${stands} stands`)
    }
    const { total } = await library.drafts.list()
    await library.close()
    if (total < answered.size) losses.push(`the list shows ${total} of ${answered.size}`)
    const { left } = await mendLibrary(folder, surroundings)
    return [...losses, ...left.map(({ code }) => `the doctor leaves ${code}`)]
  },
}

/** What an interrupted save or creation may leave. */
const EXPECTED: ReadonlySet<string> = new Set(['drafts.temporary', 'drafts.draft-unfinished'])

const records: PowerSubject = {
  name: 'outbox and ledger',
  program: 'publish-rapidly',
  async lay(folder) {
    await mkdir(folder)
    const target = { name: 'situs', type: 'redaksi', url: 'http://situs.invalid', secretEnv: null }
    await writeFile(join(folder, 'targets.json'), JSON.stringify({ schema: 1, targets: [target] }), {
      flush: true,
    })
  },
  async check(folder, lines) {
    const publisher = createPublisher({ folder, mode: 'write', ...surroundings, adapters: failOn })
    const waiting = new Set((await publisher.entries()).map((entry) => entry.draft))
    const held = new Set((await publisher.ledger()).map((story) => story.draft))
    const losses = (await publisher.verify()).map(({ code, path }) => `${code} ${path}`)
    for (const line of lines) {
      const { queued, done } = z.object({ queued: z.string(), done: z.string() }).partial().parse(line)
      if (queued !== undefined && !waiting.has(queued) && !held.has(queued))
        losses.push(`${queued} is nowhere`)
      if (done !== undefined && !held.has(done)) losses.push(`${done} was done, the ledger does not know it`)
    }
    return losses
  },
}

function failOn(): never {
  throw new Error('nothing is sent here')
}

const articles: PowerSubject = {
  name: 'answers of the endpoint',
  program: 'put-rapidly',
  lay: async (folder) => {
    await mkdir(folder)
    const tokenFile = join(folder, 'token')
    await (await startEndpoint({ port: 0, dataFolder: join(folder, 'endpoint'), tokenFile })).close()
  },
  async check(folder, lines) {
    const tokenFile = join(folder, 'token')
    const losses = checkDatabase(join(folder, 'endpoint', 'endpoint.sqlite'))
    const endpoint = await startEndpoint({ port: 0, dataFolder: join(folder, 'endpoint'), tokenFile })
    const authorization = `Bearer ${(await readFile(tokenFile, 'utf8')).trim()}`
    for (const line of lines) {
      const { uuid, version } = z.object({ uuid: z.string(), version: z.string() }).parse(line)
      const answer = await fetch(`${endpoint.url}/v1/articles/${uuid}`, { headers: { authorization } })
      await answer.arrayBuffer()
      const stands = answer.headers.get('etag')
      if (stands !== version) losses.push(`${uuid}: ${version} answered, ${stands} stands`)
    }
    await endpoint.close()
    return losses
  },
}

function checkDatabase(path: string): string[] {
  const database = new DatabaseSync(path)
  try {
    const result = database.prepare('PRAGMA integrity_check(1)').get()?.['integrity_check']
    return result === 'ok' ? [] : [`the endpoint's store: ${String(result)}`]
  } finally {
    database.close()
  }
}

/** Everything that a power cut is tried on, at the same time on one disk. */
export const POWER_SUBJECTS: readonly PowerSubject[] = [drafts, records, articles]
