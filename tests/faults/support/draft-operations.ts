import { readdir, readFile, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { isRedaksiError } from '../../../src/base/errors.ts'
import { systemRandom } from '../../../src/base/node/system.ts'
import { createLibrary, type Library } from '../../../src/newsroom/drafts/node/index.ts'
import type { Draft } from '../../../src/newsroom/drafts/index.ts'
import { aHouse } from '../../support/builders.ts'
import {
  ACTED_AT,
  LAID_AT,
  SAVED_AT,
  openAt,
  withLibrary,
  type Operation,
  type Scene,
  type Verdict,
} from './operation.ts'
import { makeStory, recogniseStory } from './stories.ts'

/** The numbers of the stories that stand before and after. */
const OLD = 2
const NEW = 3

/** Makes a library with one draft, saved as number 1 and, unless told otherwise, again as the old one. */
export async function layLibrary(folder: string, size: number, saves = [OLD]): Promise<string> {
  const place = join(folder, 'library')
  await createLibrary(place, { house: aHouse(), clock: { now: () => LAID_AT }, random: systemRandom })
  const { id } = await withLibrary(place, ({ drafts }) => drafts.create(makeStory(1, size)), LAID_AT)
  for (const number of saves) {
    const story = makeStory(number, size)
    await withLibrary(place, async ({ drafts }) => save(drafts, await drafts.read(id), story), SAVED_AT)
  }
  return id
}

function save(drafts: Library['drafts'], { id, revision }: Draft, story: Draft['story']): Promise<Draft> {
  return drafts.save(id, { baseRevision: revision, story })
}

const placeOf = ({ folder }: Scene): string => join(folder, 'library')

/** An operation on the scene's one draft. `act` returns when it is answered for. */
function onDraft(
  name: string,
  act: (drafts: Library['drafts'], id: string, size: number) => Promise<unknown>,
  judgeDraft: (draft: Draft) => Verdict,
  saves: number[] = [OLD],
): Operation {
  return {
    name,
    findings: [],
    lay: (folder, size) => layLibrary(folder, size, saves),
    async open(scene, tools) {
      const library = await openAt(placeOf(scene), ACTED_AT, tools)
      return async (acknowledge) => {
        await act(library.drafts, scene.draft, scene.size)
        acknowledge()
        // What is done behind an answered save, such as keeping the replaced revision.
        await library.drafts.settle()
      }
    },
    judge: (scene) =>
      withLibrary(placeOf(scene), async ({ drafts }) => judgeDraft(await drafts.read(scene.draft))),
    goOn: saveOnce,
  }
}

/** Whatever happened, the next save works and can be read again. */
export async function saveOnce(scene: Scene): Promise<void> {
  await withLibrary(placeOf(scene), async ({ drafts }) => {
    const ids = await readdir(join(placeOf(scene), 'drafts'))
    const id = scene.draft === '' ? ids[0] : scene.draft
    const draft = id === undefined ? await drafts.create(makeStory(8)) : await drafts.read(id)
    const saved = await save(drafts, draft, makeStory(9))
    if (recogniseStory((await drafts.read(saved.id)).story) !== 9) throw new Error('the next save is lost')
  })
}

function judgeNumber(story: Draft['story'], old: number, next: number): Verdict {
  const number = recogniseStory(story)
  if (number === old) return 'old'
  return number === next ? 'new' : { broken: `the text is ${number === null ? 'mixed' : `number ${number}`}` }
}

const firstSave = onDraft(
  'save, the first one',
  async (drafts, id, size) => save(drafts, await drafts.read(id), makeStory(NEW, size)),
  ({ story }) => judgeNumber(story, 1, NEW),
  [],
)

/** The former generation is replaced too, and the replaced revision is kept in the history. */
export const laterSave = onDraft(
  'save, over a former generation',
  async (drafts, id, size) => save(drafts, await drafts.read(id), makeStory(NEW, size)),
  ({ story }) => judgeNumber(story, OLD, NEW),
)

const signOff = onDraft(
  'sign-off',
  (drafts, id) => drafts.signOff(id, { by: 'ed' }),
  ({ story, signOff, revision }) => {
    const text = judgeNumber(story, OLD, OLD)
    if (text !== 'old') return text
    return signOff === null ? 'old' : signOff.revision === revision ? 'new' : { broken: 'another revision' }
  },
)

const trash = onDraft(
  'trash',
  (drafts, id) => drafts.trash(id),
  ({ story, trashedAt }) => {
    const text = judgeNumber(story, OLD, OLD)
    return text !== 'old' ? text : trashedAt === null ? 'old' : 'new'
  },
)

const create: Operation = {
  name: 'create',
  findings: ['drafts.draft-unfinished'],
  lay: async (folder, size) => {
    const place = join(folder, 'library')
    await createLibrary(place, { house: aHouse(), clock: { now: () => LAID_AT }, random: systemRandom })
    await withLibrary(place, ({ drafts }) => drafts.create(makeStory(1, size)), LAID_AT)
    return ''
  },
  async open(scene, tools) {
    const { drafts } = await openAt(placeOf(scene), ACTED_AT, tools)
    return async (acknowledge) => {
      await drafts.create(makeStory(NEW, scene.size))
      acknowledge()
      await drafts.settle()
    }
  },
  judge: (scene) =>
    withLibrary(placeOf(scene), async ({ drafts }) => {
      const found: (number | null)[] = []
      for (const id of await readdir(join(placeOf(scene), 'drafts'))) {
        const draft = await drafts.read(id).catch((error: unknown) => {
          if (isRedaksiError(error, 'drafts.not-found')) return null
          throw error
        })
        if (draft !== null) found.push(recogniseStory(draft.story))
      }
      const numbers = JSON.stringify(found.sort())
      return numbers === '[1]' ? 'old' : numbers === '[1,3]' ? 'new' : { broken: `drafts ${numbers}` }
    }),
  goOn: saveOnce,
}

const MINUTES = 60_000
const DAY = 24 * 60 * MINUTES

/** Removes what is too dense in an old history: of four revisions of one hour, the two in the middle. */
const thin: Operation = {
  ...onDraft(
    'remove, from the history',
    (drafts, id) => drafts.thinHistory(id, async () => new Set()),
    () => 'old',
  ),
  async lay(folder, size) {
    const id = await layLibrary(folder, size, [])
    for (const [i, number] of [2, 3, OLD].entries()) {
      await withLibrary(
        join(folder, 'library'),
        async ({ drafts }) => {
          await save(drafts, await drafts.read(id), makeStory(number, size))
          await drafts.keepSnapshot(id, 'close')
        },
        LAID_AT + (i + 1) * 5 * MINUTES,
      )
    }
    return id
  },
  async open(scene, tools) {
    const { drafts } = await openAt(placeOf(scene), LAID_AT + 100 * DAY, tools)
    return async (acknowledge) => {
      const removed = await drafts.thinHistory(scene.draft, async () => new Set())
      if (removed.length !== 2) throw new Error(`removed ${removed.length} revisions, not 2`)
      acknowledge()
    }
  },
  judge: (scene) =>
    withLibrary(placeOf(scene), async ({ drafts }) => {
      const kept = await drafts.listRevisions(scene.draft)
      for (const { revision } of kept) {
        if (recogniseStory(await drafts.readRevision(scene.draft, revision)) === null)
          return { broken: `revision ${revision} is mixed` }
      }
      const numbers = kept.map(({ revision }) => revision)
      if (!numbers.includes(1) || !numbers.includes(4)) return { broken: `only ${numbers.join()} are left` }
      return kept.length === 2 ? 'new' : 'old'
    }),
}

/** The damaged bytes must be somewhere at every moment, and a good generation can be had at every moment. */
const recover: Operation = {
  ...onDraft(
    'restore, of a damaged draft',
    (drafts, id) => drafts.recoverDraft(id),
    () => 'old',
  ),
  findings: ['drafts.draft-damaged'],
  async lay(folder, size) {
    const id = await layLibrary(folder, size)
    await truncate(join(folder, 'library', 'drafts', id, 'draft.json'), 300)
    return id
  },
  judge: (scene) =>
    withLibrary(placeOf(scene), async ({ drafts }) => {
      const bytes = await countDamagedCopies(scene)
      if (bytes === 0) return { broken: 'the damaged bytes are gone' }
      try {
        return judgeNumber((await drafts.read(scene.draft)).story, OLD, 1)
      } catch (error) {
        if (!isRedaksiError(error, 'drafts.damaged')) throw error
        return 'old'
      }
    }),
}

async function countDamagedCopies(scene: Scene): Promise<number> {
  const quarantine = join(placeOf(scene), 'quarantine')
  const names = await readdir(quarantine).catch(() => [])
  const paths = [
    join(placeOf(scene), 'drafts', scene.draft, 'draft.json'),
    ...names.map((name) => join(quarantine, name)),
  ]
  const files = await Promise.all(paths.map((path) => readFile(path).catch(() => Buffer.alloc(0))))
  return files.filter((bytes) => bytes.length === 300).length
}

/** What is done to drafts. */
export const DRAFT_OPERATIONS: readonly Operation[] = [
  create,
  firstSave,
  laterSave,
  signOff,
  trash,
  thin,
  recover,
]
