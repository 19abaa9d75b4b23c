import { join } from 'node:path'
import { LIST_SORTS, type ListRequest } from '../../src/newsroom/drafts/index.ts'
import type { DraftStore } from '../../src/newsroom/drafts/node/index.ts'
import { interleave, time } from '../support/measure.ts'
import { printFigure } from '../support/report.ts'
import type { Samples } from '../support/sample-library.ts'
import { NARROWED, SOUGHT } from '../support/sample-story.ts'
import { createBareIndex, PAGE, type BareIndex } from './bare-index.ts'

const COUNTS = [10_000, 50_000]
const ROUNDS = 100

interface Question {
  readonly name: string
  readonly request: ListRequest
  readonly askBare: (bare: BareIndex) => void
}

const QUESTIONS: readonly Question[] = [
  { name: 'list, first page', request: {}, askBare: (bare) => bare.list() },
  aSearch('a rare word', SOUGHT.rare, SOUGHT.rare),
  aSearch('a frequent word', SOUGHT.frequent, SOUGHT.frequent),
  aSearch('a prefix', SOUGHT.prefix, `${SOUGHT.prefix}*`),
  aSearch('a phrase', `"${SOUGHT.phrase}"`, `"${SOUGHT.phrase}"`),
  ...LIST_SORTS.map((sort): Question => aPage(`list, by ${sort}, the last page`, { sort, offset: 9_900 })),
  aPage('list, one place', { place: NARROWED.place }),
  aPage('list, one writer', { writer: NARROWED.writer }),
  aPage('list, place, writer and month', NARROWED),
  {
    name: 'search, a frequent word in one place',
    request: { query: SOUGHT.frequent, place: NARROWED.place },
    askBare: (bare) => bare.search(SOUGHT.frequent),
  },
]

function aPage(name: string, request: ListRequest): Question {
  return { name, request, askBare: (bare) => bare.list() }
}

function aSearch(name: string, query: string, expression: string): Question {
  return { name: `search, ${name}`, request: { query }, askBare: (bare) => bare.search(expression) }
}

/** A page of the list and of what is found, asked of the library, against the same of bare SQLite. */
export async function benchList(samples: Samples): Promise<void> {
  for (const count of COUNTS) await benchCount(samples, count)
}

async function benchCount(samples: Samples, count: number): Promise<void> {
  const sample = await samples.get(count)
  const { drafts, close } = await sample.open()
  try {
    await drafts.list({ limit: 1 })
    const bare = createBareIndex(sample, join(samples.folder, `bare-${count}.sqlite`))
    for (const { name, request, askBare } of QUESTIONS) {
      const asked = { ...request, limit: PAGE }
      const { total } = await drafts.list(asked)
      const trials = { ours: () => time(() => drafts.list(asked)), bare: () => time(() => askBare(bare)) }
      const { ours, bare: floor } = await interleave(trials, { rounds: ROUNDS, warmUp: 10 })
      const found = request.query === undefined ? '' : `${total.toLocaleString('en')} of `
      const whole = `${name}, ${found}${count.toLocaleString('en')} drafts`
      for (const share of [0.5, 0.95]) printFigure({ name: whole, times: ours, floor, share })
    }
    await benchChoices(drafts, bare, count)
    bare.close()
  } finally {
    await close()
  }
}

/** What the list can be narrowed to, counted anew each time; the floor is a page of the list. */
async function benchChoices(drafts: DraftStore, bare: BareIndex, count: number): Promise<void> {
  const filters = {
    all: {},
    'in one place': { place: NARROWED.place },
    'of a search': { query: SOUGHT.frequent },
  }
  for (const [name, filter] of Object.entries(filters)) {
    const trials = {
      ours: () => time(() => drafts.listChoices(filter)),
      bare: () => time(() => bare.list()),
    }
    const { ours, bare: floor } = await interleave(trials, { rounds: 20, warmUp: 2 })
    printFigure({ name: `choices, ${name}, ${count.toLocaleString('en')} drafts`, times: ours, floor })
  }
}
