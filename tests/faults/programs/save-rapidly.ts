import { z } from 'zod'
import { createSystemClock, systemRandom } from '../../../src/base/node/system.ts'
import { openLibrary } from '../../../src/newsroom/drafts/node/index.ts'
import { makeStory } from '../support/stories.ts'
import { acknowledge } from '../support/acknowledge.ts'

/**
 * Saves as fast as it can, three drafts side by side and new ones all the time, until it is killed. A line is printed
 * only for what was answered for: the draft, and the number of its text.
 */
const { folder } = z.object({ folder: z.string() }).parse(JSON.parse(process.argv[2] ?? ''))
const library = await openLibrary(folder, {
  mode: 'write',
  clock: createSystemClock(),
  random: systemRandom,
})
const { drafts } = library

// The index is at work too, as it is behind a window.
await drafts.list()
let number = 0

async function saveForEver(paragraphs: number): Promise<void> {
  let draft = await drafts.create(makeStory((number += 1), paragraphs))
  acknowledge({ draft: draft.id, number })
  for (;;) {
    const mine = (number += 1)
    draft = await drafts.save(draft.id, { baseRevision: draft.revision, story: makeStory(mine, paragraphs) })
    acknowledge({ draft: draft.id, number: mine })
  }
}

async function createForEver(): Promise<void> {
  for (;;) {
    const mine = (number += 1)
    const { id } = await drafts.create(makeStory(mine))
    acknowledge({ draft: id, number: mine })
  }
}

await Promise.all([saveForEver(3), saveForEver(12), saveForEver(60), createForEver()])
