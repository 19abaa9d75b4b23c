import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { KeptDraft, Snapshot } from '../../../src/newsroom/drafts/index.ts'
import { aDraftId } from '../../support/publish-builders.ts'
import { layLibrary, saveOnce } from './draft-operations.ts'
import { ACTED_AT, openAt, withLibrary, type Operation, type Scene, type Verdict } from './operation.ts'
import { makeStory, recogniseStory } from './stories.ts'

/** The numbers of the stories here, and of those that a colleague wrote. */
const OLD = 2
const THEIRS = [4, 5]
const AT = new Date(ACTED_AT).toISOString()

const placeOf = ({ folder }: Scene): string => join(folder, 'library')

function makeSnapshots(from: number, size: number): readonly Snapshot[] {
  return THEIRS.map((number, i) => ({
    ...{ schema: 1, revision: from + i, at: AT, reason: 'handover', by: 'rw' },
    story: makeStory(number, size),
  }))
}

function makeKept(id: string, size: number): KeptDraft {
  const snapshots = makeSnapshots(1, size)
  return {
    draft: {
      ...{ schema: 1, id, revision: 2, order: 0, createdAt: AT, updatedAt: AT, story: makeStory(5, size) },
      ...{ signOff: null, inReview: null, trashedAt: null, source: null },
    },
    snapshots,
    names: [{ revision: 1, name: 'Sebelum rapat', at: AT }],
  }
}

/** Each kept state of a draft by its story's number; a mixed one is null. */
async function readNumbers(scene: Scene, id: string): Promise<readonly (number | null)[]> {
  return withLibrary(placeOf(scene), async ({ drafts }) => {
    const { snapshots } = await drafts.readKept(id)
    return snapshots.map(({ story }) => recogniseStory(story))
  })
}

/** A draft that comes in for the first time. */
const adopt: Operation = {
  name: 'take in, a draft from a colleague',
  findings: [],
  lay: async (folder, size) => {
    await layLibrary(folder, size)
    return aDraftId(7)
  },
  async open(scene, tools) {
    const { drafts } = await openAt(placeOf(scene), ACTED_AT, tools)
    return async (acknowledge) => {
      await drafts.adopt(makeKept(scene.draft, scene.size))
      acknowledge()
      await drafts.settle()
    }
  },
  async judge(scene): Promise<Verdict> {
    // Whoever opens the library clears away what did not come to its end.
    await withLibrary(placeOf(scene), async () => undefined)
    if ((await readdir(placeOf(scene))).includes('receiving')) return { broken: 'something is left over' }
    if (!(await readdir(join(placeOf(scene), 'drafts'))).includes(scene.draft)) return 'old'
    const numbers = (await readNumbers(scene, scene.draft)).join()
    return numbers === THEIRS.join() ? 'new' : { broken: `the states ${numbers}` }
  },
  goOn: ({ folder, size }) => saveOnce({ folder, size, draft: '' }),
}

/** A colleague's state that takes the place of the one here. */
const takeTheirs: Operation = {
  name: 'take in, over the draft that is here',
  findings: [],
  lay: (folder, size) => layLibrary(folder, size),
  async open(scene, tools) {
    const { drafts } = await openAt(placeOf(scene), ACTED_AT, tools)
    return async (acknowledge) => {
      const { revision } = await drafts.read(scene.draft)
      await drafts.join(scene.draft, {
        ...{ baseRevision: revision, snapshots: makeSnapshots(revision + 1, scene.size) },
        head: {
          ...{ revision: revision + 2, updatedAt: AT, story: makeStory(5, scene.size) },
          ...{ signOff: null, inReview: null, elsewhere: undefined },
        },
        names: [{ revision, name: 'Sebelum serah terima', at: AT }],
      })
      acknowledge()
      await drafts.settle()
    }
  },
  async judge(scene): Promise<Verdict> {
    const numbers = await readNumbers(scene, scene.draft)
    if (numbers.includes(null)) return { broken: 'a state is mixed' }
    if (!numbers.includes(OLD)) return { broken: 'what was here is gone' }
    if (numbers.at(-1) === OLD) return 'old'
    const came = numbers.slice(-2).join()
    return came === THEIRS.join() ? 'new' : { broken: `the states ${numbers.join()}` }
  },
  goOn: saveOnce,
}

/** What is done with a draft that a colleague has handed over. */
export const HANDOVER_OPERATIONS: readonly Operation[] = [adopt, takeTheirs]
