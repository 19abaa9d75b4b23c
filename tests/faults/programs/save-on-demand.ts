import { createInterface } from 'node:readline'
import { z } from 'zod'
import { isRedaksiError } from '../../../src/base/errors.ts'
import { nodeFiles } from '../../../src/base/node/durable-write.ts'
import { createSystemClock, systemRandom } from '../../../src/base/node/system.ts'
import { openLibrary } from '../../../src/newsroom/drafts/node/index.ts'
import { FLAWS, type Flaw } from '../support/flaws.ts'
import { makeStory } from '../support/stories.ts'

/** Saves a text of a number for each line it is told, and prints what came of it, and after how many milliseconds. */
const { folder, draft, flaw } = z
  .object({ folder: z.string(), draft: z.string(), flaw: z.custom<Flaw>((value) => String(value) in FLAWS) })
  .parse(JSON.parse(process.argv[2] ?? ''))
const { drafts } = await openLibrary(folder, {
  mode: 'write',
  clock: createSystemClock(),
  random: systemRandom,
  files: FLAWS[flaw](nodeFiles),
})
const print = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`)
print({ ready: process.pid })

for await (const line of createInterface({ input: process.stdin })) {
  const { number, paragraphs } = z.object({ number: z.int(), paragraphs: z.int() }).parse(JSON.parse(line))
  const story = makeStory(number, paragraphs)
  const started = performance.now()
  try {
    const { revision } = await drafts.read(draft)
    await drafts.save(draft, { baseRevision: revision, story })
    print({ saved: number, after: performance.now() - started })
  } catch (error) {
    const code = isRedaksiError(error) ? error.code : String(error)
    print({ refused: code, after: performance.now() - started })
  }
}
process.exit(0)
