import { existsSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { isRedaksiError } from '../../../src/base/errors.ts'
import { systemRandom } from '../../../src/base/node/system.ts'
import { backupLibrary, createLibrary, restoreLibrary } from '../../../src/newsroom/drafts/node/index.ts'
import { aHouse } from '../../support/builders.ts'
import { layLibrary, saveOnce } from './draft-operations.ts'
import { ACTED_AT, LAID_AT, withLibrary, type Operation, type Scene, type Verdict } from './operation.ts'
import { recogniseStory } from './stories.ts'

const clock = { now: () => ACTED_AT }
const libraryOf = ({ folder }: Scene): string => join(folder, 'library')
const archiveOf = ({ folder }: Scene): string => join(folder, 'archive.tar.gz')

const init: Operation = {
  name: 'init',
  findings: [],
  makesLibrary: true,
  lay: async (folder) => {
    await mkdir(folder, { recursive: true })
    return ''
  },
  open:
    async (scene, { random }) =>
    async (acknowledge) => {
      await createLibrary(libraryOf(scene), { house: aHouse(), clock, random })
      acknowledge()
    },
  async judge(scene) {
    try {
      await withLibrary(libraryOf(scene), (library) => library.readHouse())
      return 'new'
    } catch (error) {
      if (isRedaksiError(error, 'drafts.no-library')) return 'old'
      throw error
    }
  },
  /** What was begun may be begun again. */
  async goOn(scene) {
    if ((await init.judge(scene)) === 'old')
      await createLibrary(libraryOf(scene), { house: aHouse(), clock, random: systemRandom })
    await saveOnce(scene)
  },
}

const restore: Operation = {
  name: 'restore, of a backup',
  findings: [],
  makesLibrary: true,
  lay: async (folder, size) => {
    const draft = await layLibrary(folder, size)
    await backupLibrary(join(folder, 'library'), join(folder, 'archive.tar.gz'), { clock })
    await rm(join(folder, 'library'), { recursive: true })
    return draft
  },
  open: async (scene) => async (acknowledge) => {
    await restoreLibrary(archiveOf(scene), libraryOf(scene))
    acknowledge()
  },
  async judge(scene) {
    if (!existsSync(libraryOf(scene))) return 'old'
    const number = await readNumber(libraryOf(scene), scene.draft)
    return number === 2 ? 'new' : { broken: `restored number ${number}` }
  },
  async goOn(scene) {
    if ((await restore.judge(scene)) === 'old') await restoreLibrary(archiveOf(scene), libraryOf(scene))
    await saveOnce(scene)
  },
}

/** A good former backup under the same name is replaced by a good one or not at all. */
const backup: Operation = {
  name: 'backup, over a former one',
  findings: [],
  lay: async (folder, size) => {
    const draft = await layLibrary(folder, size, [])
    await backupLibrary(join(folder, 'library'), join(folder, 'archive.tar.gz'), { clock })
    await rm(join(folder, 'library'), { recursive: true })
    await restoreLibrary(join(folder, 'archive.tar.gz'), join(folder, 'library'))
    await withLibrary(join(folder, 'library'), ({ drafts }) => drafts.trash(draft), LAID_AT)
    return draft
  },
  open: async (scene) => async (acknowledge) => {
    await backupLibrary(libraryOf(scene), archiveOf(scene), { clock })
    acknowledge()
  },
  async judge(scene): Promise<Verdict> {
    const place = join(scene.folder, 'judged')
    await rm(place, { recursive: true, force: true })
    await restoreLibrary(archiveOf(scene), place)
    return withLibrary(place, async ({ drafts }) => {
      const { story, trashedAt } = await drafts.read(scene.draft)
      if (recogniseStory(story) !== 1) return { broken: 'the backup holds another text' }
      return trashedAt === null ? 'old' : 'new'
    })
  },
  goOn: saveOnce,
}

function readNumber(place: string, id: string): Promise<number | null> {
  return withLibrary(place, async ({ drafts }) => recogniseStory((await drafts.read(id)).story))
}

/** What is done to a whole library. */
export const LIBRARY_OPERATIONS: readonly Operation[] = [init, backup, restore]
