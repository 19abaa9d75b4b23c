import { isRedaksiError } from '../../../base/errors.ts'
import { removeFileDurably } from '../../../base/node/durable-write.ts'
import type { FileSystem } from '../../../base/node/file-system.ts'
import { createJsonFile } from '../../../base/node/json-file.ts'
import { createKeyedQueue } from '../../../base/node/keyed-queue.ts'
import { noteUse, NOTHING_USED, parseLastUsed, type LastUsed, type Use } from '../../house/index.ts'
import type { LibraryLayout } from './layout.ts'
import { keepInQuarantine } from './quarantine.ts'

/** `last-used.json`: what the next story starts with. */
export interface LastUsedFile {
  /** Nothing is known where there is no file, or where it cannot be read: it is a convenience, no text of anybody's. */
  read(): Promise<LastUsed>
  /** Resolves when it is on the disk. Uses that come together are noted one after another. Fails as a file is written. */
  note(use: Use): Promise<LastUsed>
  settle(): Promise<void>
}

/** Opens the file. A damaged one goes to quarantine when something is next noted. */
export function openLastUsed(layout: LibraryLayout, files: FileSystem): LastUsedFile {
  const path = layout.lastUsed
  const file = createJsonFile({ path, parse: parseLastUsed, files })
  const queue = createKeyedQueue()

  async function readOrClear(): Promise<LastUsed> {
    try {
      return (await file.read()) ?? NOTHING_USED
    } catch (error) {
      if (!isRedaksiError(error, 'base.file-damaged')) throw error
      await keepInQuarantine(layout, path, files)
      await removeFileDurably(path, files)
      return NOTHING_USED
    }
  }
  return {
    async read() {
      return (await file.read().catch(() => null)) ?? NOTHING_USED
    },
    note: (use) =>
      queue.run(path, async () => {
        const next = noteUse(await readOrClear(), use)
        await file.write(next)
        return next
      }),
    settle: queue.settle,
  }
}
