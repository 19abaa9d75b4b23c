import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Library } from '../../src/newsroom/drafts/node/index.ts'
import type { Block, Story } from '../../src/newsroom/story/index.ts'
import { aLongStory } from '../../tests/support/builders.ts'
import { interleave, time, type Trial } from '../support/measure.ts'
import { saveRaw } from '../support/raw-save.ts'
import { printFigure } from '../support/report.ts'
import type { Samples } from '../support/sample-library.ts'

const FEW = 10
const MANY = 10_000
/** Saves come seconds after one another: the disk has come to rest. */
const REST = 10
const LENGTHS = [
  { words: 250, rounds: 400 },
  { words: 20_000, rounds: 150 },
]

/** A save, with its parsing, comparing and sealing, against the bare steps for the same bytes on the same disk. */
export async function benchSave(samples: Samples): Promise<void> {
  const { layout, open } = await samples.get(FEW)
  const library = await openWithIndex(open)
  try {
    for (const { words, rounds } of LENGTHS) {
      const draft = await createEdited(library, words)
      const raw = await createRaw(samples.folder, words, () => readFile(layout.draft(draft.id)))
      const times = await interleave({ save: draft.save, raw }, { rounds, warmUp: 20, rest: REST })
      const name = `save, ${words.toLocaleString('en')} words, against the bare steps`
      printFigure({ name, times: times.save, floor: times.raw, goal: 1.2 })
    }
  } finally {
    await library.close()
  }
}

/** A save in a library of many drafts against one in a library of few. */
export async function benchSaveAmongMany(samples: Samples): Promise<void> {
  const few = await openWithIndex((await samples.get(FEW)).open)
  const many = await openWithIndex((await samples.get(MANY)).open)
  try {
    const trials = {
      few: (await createEdited(few, 250)).save,
      many: (await createEdited(many, 250)).save,
    }
    const times = await interleave(trials, { rounds: 400, warmUp: 20, rest: REST })
    const name = `save, among ${MANY.toLocaleString('en')} drafts, against ${FEW}`
    printFigure({ name, times: times.many, floor: times.few, goal: 1.1 })
  } finally {
    await Promise.all([few.close(), many.close()])
  }
}

/** As in the app, where the list is on the screen: the index runs and is told of each save. */
async function openWithIndex(open: () => Promise<Library>): Promise<Library> {
  const library = await open()
  await library.drafts.list({ limit: 1 })
  return library
}

/** A draft of so many words, and a trial that saves it with one more letter in its middle. */
async function createEdited(library: Library, words: number): Promise<{ id: string; save: Trial }> {
  let draft = await library.drafts.create(aLongStory(words))
  const { id } = draft
  async function save(): Promise<number> {
    const request = { baseRevision: draft.revision, story: typeLetter(draft.story) }
    const took = await time(async () => {
      draft = await library.drafts.save(id, request)
    })
    // The index is brought up to date after the answer: it must not fall into the next trial.
    await library.drafts.settle()
    return took
  }
  return { id, save }
}

function typeLetter(story: Story): Story {
  const middle = Math.floor(story.blocks.length / 2)
  const type = (block: Block): Block => ({
    ...block,
    runs: block.runs.map((run, i) => (i === 0 ? { ...run, text: `${run.text}a` } : run)),
  })
  return { ...story, blocks: story.blocks.map((block, i) => (i === middle ? type(block) : block)) }
}

async function createRaw(
  folder: string,
  words: number,
  readBytes: () => Promise<Uint8Array>,
): Promise<Trial> {
  const own = join(folder, `raw-${words}`)
  const path = join(own, 'draft.json')
  await mkdir(own)
  await writeFile(path, await readBytes())
  return async () => {
    const bytes = await readBytes()
    return time(() => saveRaw(path, join(own, 'draft.previous.json'), bytes))
  }
}
