import { readdirSync, readFileSync } from 'node:fs'
import { removeIndex } from '../../src/newsroom/drafts/node/index-database.ts'
import { isDraftId } from '../../src/newsroom/drafts/node/layout.ts'
import { interleave, time } from '../support/measure.ts'
import { printFigure } from '../support/report.ts'
import type { SampleLibrary, Samples } from '../support/sample-library.ts'

const COUNTS = [10_000, 50_000]
const ROUNDS = 3

/** A library without an index, until its list is there, against reading and parsing the same files for no purpose. */
export async function benchRebuild(samples: Samples): Promise<void> {
  for (const count of COUNTS) {
    const sample = await samples.get(count)
    const trials = { rebuild: () => rebuild(sample), read: () => time(() => readAll(sample)) }
    const times = await interleave(trials, { rounds: ROUNDS })
    const name = `index rebuild, ${count.toLocaleString('en')} drafts, against reading them`
    printFigure({ name, times: times.rebuild, floor: times.read })
  }
}

async function rebuild({ layout, open }: SampleLibrary): Promise<number> {
  removeIndex(layout.index)
  const library = await open()
  try {
    return await time(() => library.drafts.list({ limit: 1 }))
  } finally {
    await library.close()
  }
}

function readAll({ layout }: SampleLibrary): void {
  for (const id of readdirSync(layout.drafts).filter(isDraftId)) {
    JSON.parse(readFileSync(layout.draft(id), 'utf8'))
  }
}
