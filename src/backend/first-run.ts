import { fileURLToPath } from 'node:url'
import { isRedaksiError } from '../base/errors.ts'
import { resolveResource } from '../base/node/resources.ts'
import { importFiles } from './import-files.ts'
import { openNewsroom, type Newsroom, type Surroundings } from './newsroom.ts'
import { openSettings } from './settings.ts'
import { createNewsroom, readStarterHouse } from './setup.ts'

/**
 * Opens a library for writing; where there is none, makes one with the starter profile and a few sample stories, to which
 * a user who has never been led through the first steps is led.
 */
export async function openOrCreateNewsroom(folder: string, surroundings: Surroundings): Promise<Newsroom> {
  try {
    return await openNewsroom(folder, 'write', surroundings)
  } catch (error) {
    if (!isRedaksiError(error, 'drafts.no-library')) throw error
  }
  const { id } = await createNewsroom(folder, await readStarterHouse(), surroundings)
  await noteFirstSteps(id, surroundings)
  const newsroom = await openNewsroom(folder, 'write', surroundings)
  try {
    await importFiles(newsroom, [fileURLToPath(resolveResource('samples/berita-contoh.txt'))], {})
    return newsroom
  } catch (error) {
    await newsroom.close()
    throw error
  }
}

/** The first steps are due at a new library, once for a user. Settings that cannot be kept are said, and nothing waits for them. */
async function noteFirstSteps(library: string, { configFolder, onWarning }: Surroundings): Promise<void> {
  try {
    await openSettings(configFolder).change((known) =>
      known.welcome === 'done' ? known : { ...known, welcome: { due: library, step: 'office' } },
    )
  } catch (error) {
    if (!isRedaksiError(error)) throw error
    onWarning(error)
  }
}
