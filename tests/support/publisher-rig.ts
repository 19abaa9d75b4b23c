import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RedaksiError } from '../../src/base/errors.ts'
import type { NinjsArticle } from '../../src/newsroom/formats/index.ts'
import {
  parseEntry,
  parseLedger,
  type Entry,
  type Ledger,
  type TargetAdapter,
} from '../../src/newsroom/publish/index.ts'
import type { SyncReport } from '../../src/newsroom/publish/index.ts'
import {
  createPublisher,
  type Publisher,
  type PublisherOptions,
} from '../../src/newsroom/publish/node/index.ts'
import { createTestRandom } from './builders.ts'
import { createFastTime } from './fast-time.ts'
import { createMemoryTarget, type MemoryTarget } from './memory-target.ts'
import { aDraftId, anArticle, anEntry, anEntryId } from './publish-builders.ts'
import { makeTemporaryFolder } from './temporary-folder.ts'

/** A library with publishing over it, whose backoffs pass in no time. */
export interface PublisherRig {
  readonly folder: string
  readonly publisher: Publisher
  readonly warnings: RedaksiError[]
  /** Another publisher over the same library, as after the process was killed. */
  reopen(over?: Partial<PublisherOptions>): Publisher
  enqueue(number: number, over?: Partial<NinjsArticle>, targets?: readonly string[]): Promise<string>
  /** Waits for what falls due within ten minutes (of the fast clock), unless told. */
  sync(patience?: number): Promise<SyncReport>
  /** What lies on the disk. */
  readOutbox(): Promise<readonly Entry[]>
  readLedger(number: number): Promise<Ledger>
  /** Puts entries on the disk without any ceremony. */
  plant(...entries: readonly Entry[]): Promise<void>
}

export interface RigOptions extends Partial<PublisherOptions> {
  /** By the target's name. */
  readonly targets: Readonly<Record<string, TargetAdapter>>
  readonly seed?: number
  /** How many times faster than the wall. */
  readonly factor?: number
}

/** Makes a library with the given targets. */
export async function makePublisherRig({
  targets,
  seed = 1,
  factor = 1_000,
  ...over
}: RigOptions): Promise<PublisherRig> {
  const folder = await makeTemporaryFolder()
  await plantTargets(folder, Object.keys(targets))
  const warnings: RedaksiError[] = []
  let opened = 0
  const open = (more: Partial<PublisherOptions> = {}): Publisher =>
    createPublisher({
      folder,
      mode: 'write',
      ...createFastTime(factor),
      // Another process draws other names.
      random: createTestRandom(seed + 7_919 * (opened += 1)),
      adapters: ({ name }) => targets[name] ?? failOn(name),
      onWarning: (warning) => void warnings.push(warning),
      ...over,
      ...more,
    })
  const publisher = open()
  return {
    folder,
    publisher,
    warnings,
    reopen: open,
    async enqueue(number, more = {}, names = Object.keys(targets)) {
      const article = anArticle({ number, ...more })
      const [entry] = await publisher.enqueue({
        kind: 'publish',
        draft: aDraftId(number),
        article,
        targets: names,
      })
      return entry?.id ?? ''
    },
    sync: (patience = 600_000) => publisher.sync({ once: true, patience }),
    readOutbox: () => readEntries(folder),
    readLedger: async (number) =>
      parseLedger(JSON.parse(await readFile(join(folder, 'ledger', `${aDraftId(number)}.json`), 'utf8'))),
    async plant(...entries) {
      await mkdir(join(folder, 'outbox'), { recursive: true })
      await Promise.all(
        entries.map((each) => writeFile(join(folder, 'outbox', `${each.id}.json`), JSON.stringify(each))),
      )
    },
  }
}

/** A library with one target in memory, `situs`. */
export async function makeSitusRig(
  over: Partial<RigOptions> = {},
): Promise<PublisherRig & { readonly situs: MemoryTarget }> {
  const situs = createMemoryTarget()
  return { situs, ...(await makePublisherRig({ targets: { situs }, ...over })) }
}

/** One queued entry for each of so many stories. */
export function aQueue(count: number): readonly Entry[] {
  return Array.from({ length: count }, (_, i) => {
    const article = anArticle({ number: i + 1 })
    return anEntry({
      id: anEntryId(i + 1),
      order: i,
      draft: aDraftId(i + 1),
      payload: { kind: 'article', article },
    })
  })
}

/** The entries on the disk, in order. */
export async function readEntries(folder: string): Promise<readonly Entry[]> {
  const names = await readdir(join(folder, 'outbox')).catch(() => [])
  const texts = names
    .filter((name) => name.endsWith('.json'))
    .map((name) => readFile(join(folder, 'outbox', name), 'utf8'))
  const entries = (await Promise.all(texts)).map((text) => parseEntry(JSON.parse(text)))
  return entries.sort((a, b) => a.order - b.order)
}

async function plantTargets(folder: string, names: readonly string[]): Promise<void> {
  const targets = names.map((name) => ({
    name,
    type: 'redaksi',
    url: `http://${name}.invalid`,
    secretEnv: null,
  }))
  await writeFile(join(folder, 'targets.json'), JSON.stringify({ schema: 1, targets }))
}

function failOn(name: string): never {
  throw new Error(`no such target in this test: ${name}`)
}
