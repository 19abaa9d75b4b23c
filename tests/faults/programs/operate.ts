import { createInterface } from 'node:readline'
import { z } from 'zod'
import { nodeFiles } from '../../../src/base/node/durable-write.ts'
import { createTestRandom } from '../../support/builders.ts'
import { FLAWS, type Flaw } from '../support/flaws.ts'
import { ACTED_AT } from '../support/operation.ts'
import { findOperation } from '../support/operations.ts'

/**
 * Gets ready to do one operation, says so, and does it when told. `acknowledged` is printed only once the promise that a
 * person would be shown as done has resolved; `done` when all that follows from it is over too.
 */
const { operation, flaw, scene } = z
  .object({
    operation: z.string(),
    flaw: z.custom<Flaw>((value) => String(value) in FLAWS),
    scene: z.object({ folder: z.string(), size: z.int(), draft: z.string() }),
  })
  .parse(JSON.parse(process.argv[2] ?? ''))

const print = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`)
const tools = { files: FLAWS[flaw](nodeFiles), random: createTestRandom(ACTED_AT) }
const act = await findOperation(operation).open(scene, tools)
print({ ready: process.pid })
for await (const _ of createInterface({ input: process.stdin })) {
  await act(() => print({ acknowledged: true }))
  print({ done: true })
  break
}
process.exit(0)
