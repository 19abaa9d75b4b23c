import { fileURLToPath } from 'node:url'
import { isRedaksiError } from '../base/errors.ts'
import { resolveResource } from '../base/node/resources.ts'
import { importFiles } from './import-files.ts'
import { openNewsroom, type Newsroom, type Surroundings } from './newsroom.ts'
import { createNewsroom, readStarterHouse } from './setup.ts'

/** Opens a library for writing; where there is none, makes one with the starter profile and a few sample stories. */
export async function openOrCreateNewsroom(folder: string, surroundings: Surroundings): Promise<Newsroom> {
  try {
    return await openNewsroom(folder, 'write', surroundings)
  } catch (error) {
    if (!isRedaksiError(error, 'drafts.no-library')) throw error
  }
  await createNewsroom(folder, await readStarterHouse(), surroundings)
  const newsroom = await openNewsroom(folder, 'write', surroundings)
  try {
    await importFiles(newsroom, [fileURLToPath(resolveResource('samples/berita-contoh.txt'))], {})
    return newsroom
  } catch (error) {
    await newsroom.close()
    throw error
  }
}
