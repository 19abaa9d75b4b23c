import { resolve } from 'node:path'
import { RedaksiError } from '../../../base/errors.ts'
import { nodeFiles } from '../../../base/node/durable-write.ts'
import { toReadError } from '../../../base/node/failures.ts'
import type { DraftsErrorCode } from '../contract.ts'
import { DEFAULT_TRASH_DAYS, type LibraryDocument } from '../library-document.ts'
import { getSupportedFormat, MIGRATIONS } from '../migration.ts'
import { createDraftStore } from './draft-store.ts'
import { createIndexClient } from './index-client.ts'
import { getLayout, type LibraryLayout } from './layout.ts'
import { openHouseDocument, openLibraryDocument, readNeeded } from './library-files.ts'
import { openLastUsed } from './last-used-file.ts'
import type { Library, OpenLibraryOptions } from './library.ts'
import { lockLibrary, type LibraryLock } from './lock.ts'
import { migrateLibrary } from './migrate.ts'
import { finishRemovals } from './remove-draft.ts'

/**
 * Opens a library, for one process to write or for any to read. Fails with `drafts.no-library`,
 * `drafts.library-damaged`, `drafts.library-newer`, `drafts.library-older` (a reader changes nothing, so a writer must
 * open it once), `drafts.library-locked`.
 */
export async function openLibrary(folder: string, options: OpenLibraryOptions): Promise<Library> {
  const layout = getLayout(resolve(folder))
  await readDocument(layout, options)
  if (options.mode === 'read') return assemble(layout, options, await readDocument(layout, options), null)
  const lock = await lockLibrary(layout, options.address ?? null)
  try {
    return await openForWriting(layout, options, lock)
  } catch (error) {
    await lock.release()
    throw error
  }
}

async function openForWriting(
  layout: LibraryLayout,
  options: OpenLibraryOptions,
  lock: LibraryLock,
): Promise<Library> {
  const { migrations = MIGRATIONS, files = nodeFiles } = options
  // Read again under the lock: the holder before may just have brought it to a newer format.
  const document = await readDocument(layout, options)
  await finishRemovals(layout, files)
  return assemble(layout, options, await migrateLibrary(layout, document, migrations, files), lock)
}

/** Reads `library.json` and refuses what this Redaksi cannot read. */
async function readDocument(layout: LibraryLayout, options: OpenLibraryOptions): Promise<LibraryDocument> {
  const { migrations = MIGRATIONS, files = nodeFiles, mode } = options
  const { folder } = layout
  const supported = getSupportedFormat(migrations)
  const exists = await files.stat(layout.library).catch((error: unknown) => {
    throw toReadError(layout.library, error)
  })
  if (exists === null) throw new RedaksiError<DraftsErrorCode>('drafts.no-library', { folder })
  const document = await readNeeded(layout.library, openLibraryDocument(layout, supported, files))
  const { format } = document
  const facts = { folder, format, supported }
  if (format > supported) throw new RedaksiError<DraftsErrorCode>('drafts.library-newer', facts)
  if (format < supported && mode === 'read')
    throw new RedaksiError<DraftsErrorCode>('drafts.library-older', facts)
  return document
}

function assemble(
  layout: LibraryLayout,
  options: OpenLibraryOptions,
  { id }: LibraryDocument,
  lock: LibraryLock | null,
): Library {
  const {
    mode,
    workerUrl,
    onWarning = () => {},
    onProgress = () => {},
    files = nodeFiles,
    person,
    clock,
    random,
  } = options
  const worker = workerUrl === undefined ? {} : { workerUrl }
  const index = createIndexClient({ folder: layout.folder, mode, onWarning, onProgress, ...worker })
  const drafts = createDraftStore({ layout, mode, clock, random, files, index, onWarning, person })
  const house = openHouseDocument(layout, files)
  const lastUsed = openLastUsed(layout, files)
  const document = openLibraryDocument(layout, getSupportedFormat(options.migrations ?? MIGRATIONS), files)
  let closing: Promise<void> | null = null

  function checkWritable(): void {
    if (lock === null) throw new RedaksiError<DraftsErrorCode>('drafts.read-only', { folder: layout.folder })
  }
  async function close(): Promise<void> {
    await Promise.all([drafts.settle(), house.settle(), lastUsed.settle(), document.settle()])
    await index.close()
    await lock?.release()
  }

  return {
    folder: layout.folder,
    id,
    mode,
    drafts,
    readHouse: () => readNeeded(layout.house, house),
    async writeHouse(changed) {
      checkWritable()
      await house.write(changed)
    },
    readLastUsed: lastUsed.read,
    async noteUse(use) {
      checkWritable()
      return lastUsed.note(use)
    },
    async readTrashDays() {
      const { trashDays = DEFAULT_TRASH_DAYS } = await readNeeded(layout.library, document)
      return trashDays
    },
    async writeTrashDays(trashDays) {
      checkWritable()
      await document.write({ ...(await readNeeded(layout.library, document)), trashDays })
    },
    announce: async (places) => lock?.announce(places),
    close: () => (closing ??= close()),
  }
}
