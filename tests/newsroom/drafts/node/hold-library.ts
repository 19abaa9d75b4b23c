import { createTestRandom } from '../../../support/builders.ts'
import { openLibrary } from '../../../../src/newsroom/drafts/node/index.ts'
import { aStory } from '../../../support/builders.ts'

/** A second process for the tests: opens a library for writing, says so, saves without end until it is killed. */
const [, , folder = ''] = process.argv
const clock = { now: () => Date.now() }
try {
  const library = await openLibrary(folder, { mode: 'write', clock, random: createTestRandom(process.pid) })
  let draft = await library.drafts.create(aStory({ headline: 'Naskah 0' }))
  console.log(`held ${draft.id}`)
  for (;;) {
    const story = aStory({ headline: `Naskah ${draft.revision}` })
    draft = await library.drafts.save(draft.id, { baseRevision: draft.revision, story })
    console.log(`saved ${draft.revision}`)
  }
} catch (error) {
  console.log(`refused ${error instanceof Error ? error.message : String(error)}`)
}
