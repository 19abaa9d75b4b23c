import { mkdirSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toIso } from '../../src/base/clock.ts'
import { createUuid, type RandomBytes } from '../../src/base/ids.ts'
import { createSystemClock, systemRandom } from '../../src/base/node/system.ts'
import { createLibrary, openLibrary, type Library } from '../../src/newsroom/drafts/node/index.ts'
import { encodeDraft } from '../../src/newsroom/drafts/node/encode-draft.ts'
import { getLayout, type LibraryLayout } from '../../src/newsroom/drafts/node/layout.ts'
import { writeOrderReserve } from '../../src/newsroom/drafts/node/order-counter.ts'
import { createFirstDraft } from '../../src/newsroom/drafts/revise.ts'
import { aHouse, createTestRandom } from '../../tests/support/builders.ts'
import { createSampleStory } from './sample-story.ts'

/** A library full of drafts. */
export interface SampleLibrary {
  readonly layout: LibraryLayout
  /** The ids of its drafts, oldest first. */
  readonly ids: readonly string[]
  open(): Promise<Library>
}

/** The libraries of a run, in one temporary folder. */
export interface Samples {
  readonly folder: string
  /** The library of so many drafts, made when it is first asked for. */
  get(count: number): Promise<SampleLibrary>
  remove(): Promise<void>
}

const clock = createSystemClock()

/** Makes the folder; it lies in the system's own for temporary files, so that is the disk that is measured. */
export async function createSamples(): Promise<Samples> {
  const folder = await mkdtemp(join(tmpdir(), 'redaksi-bench-'))
  const made = new Map<number, Promise<SampleLibrary>>()
  return {
    folder,
    get(count) {
      const library = made.get(count) ?? makeSample(join(folder, `library-${count}`), count)
      made.set(count, library)
      return library
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

/** Drafts are written as the library stores them, but not flushed: saving fifty thousand would take minutes. */
async function makeSample(folder: string, count: number): Promise<SampleLibrary> {
  console.error(`… a library of ${count.toLocaleString('en')} drafts`)
  const layout = getLayout(folder)
  const random = createTestRandom(count)
  await createLibrary(folder, { house: aHouse(), clock, random: systemRandom })
  const ids = Array.from({ length: count }, (_, i) => writeDraft(layout, i + 1, random))
  await writeOrderReserve(layout, count)
  return { layout, ids, open: () => openLibrary(folder, { mode: 'write', clock, random: systemRandom }) }
}

function writeDraft(layout: LibraryLayout, number: number, random: RandomBytes): string {
  const id = createUuid(random)
  const at = toIso(clock.now())
  const story = createSampleStory(number, random)
  const draft = createFirstDraft({ id, order: number, at, story, source: null })
  mkdirSync(layout.draftFolder(id), { mode: 0o700 })
  writeFileSync(layout.draft(id), encodeDraft(draft), { mode: 0o600 })
  return id
}
