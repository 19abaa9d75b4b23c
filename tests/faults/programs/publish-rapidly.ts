import { z } from 'zod'
import { createSystemClock, systemRandom } from '../../../src/base/node/system.ts'
import { createPublisher } from '../../../src/newsroom/publish/node/index.ts'
import { createMemoryTarget } from '../../support/memory-target.ts'
import { aDraftId, anArticle } from '../../support/publish-builders.ts'
import { acknowledge } from '../support/acknowledge.ts'

/**
 * Queues stories and sends them, as fast as it can, until it is killed. A line is printed only for what was answered for:
 * that a story is in the outbox, or that it is in the ledger.
 */
const { folder } = z.object({ folder: z.string() }).parse(JSON.parse(process.argv[2] ?? ''))
const publisher = createPublisher({
  folder,
  mode: 'write',
  clock: createSystemClock(),
  random: systemRandom,
  adapters: () => target,
})
const target = createMemoryTarget()

for (let number = 1; ; number += 3) {
  for (const each of [number, number + 1, number + 2]) {
    const draft = aDraftId(each)
    const article = anArticle({ number: each })
    await publisher.enqueue({ kind: 'publish', draft, article, targets: ['situs'] })
    acknowledge({ queued: draft })
  }
  const onProgress = ({ state, draft }: { state: string; draft: string }): void => {
    if (state === 'done') acknowledge({ done: draft })
  }
  await publisher.sync({ once: true, onProgress })
}
