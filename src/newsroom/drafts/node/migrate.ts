import { openSeal, sealDocument } from '../../../base/node/seal.ts'
import { isRedaksiError } from '../../../base/errors.ts'
import type { FileSystem } from '../../../base/node/file-system.ts'
import { createJsonFile, getPreviousPath } from '../../../base/node/json-file.ts'
import type { LibraryDocument } from '../library-document.ts'
import { getSupportedFormat, type Migration, type StoredKind } from '../migration.ts'
import { isDraftId, type LibraryLayout } from './layout.ts'
import { listFolder } from './list-folder.ts'
import { openLibraryDocument } from './library-files.ts'

/**
 * Brings a library to the newest format, step by step. The library's number is raised after every document is on the
 * disk in its new form, so a run that was killed starts the step again and meets some of each. What is damaged is left
 * alone: it is found, and mended, as before.
 */
export async function migrateLibrary(
  layout: LibraryLayout,
  document: LibraryDocument,
  migrations: readonly Migration[],
  files: FileSystem,
): Promise<LibraryDocument> {
  const file = openLibraryDocument(layout, getSupportedFormat(migrations), files)
  let reached = document
  for (const { format, migrate } of migrations.filter((each) => each.format > document.format)) {
    for await (const [kind, path] of listStored(layout, files)) await migrateFile(path, kind, migrate, files)
    reached = { ...reached, format }
    await file.write(reached)
  }
  return reached
}

async function* listStored(
  layout: LibraryLayout,
  files: FileSystem,
): AsyncGenerator<readonly [StoredKind, string]> {
  yield ['house', layout.house]
  yield ['targets', layout.targets]
  for (const id of await listFolder(layout.drafts, files.list)) {
    if (!isDraftId(id)) continue
    yield ['draft', layout.draft(id)]
    yield ['draft', getPreviousPath(layout.draft(id))]
    for (const name of await listFolder(layout.history(id), files.list)) {
      if (name.endsWith('.json')) yield ['snapshot', `${layout.history(id)}/${name}`]
    }
  }
}

async function migrateFile(
  path: string,
  kind: StoredKind,
  migrate: Migration['migrate'],
  files: FileSystem,
): Promise<void> {
  const file = createJsonFile({ path, parse: parseObject, files })
  try {
    const stored = await file.read()
    if (stored === null) return
    const { document, state } = openSeal(stored)
    const migrated = parseObject(migrate(kind, document))
    if (JSON.stringify(migrated) === JSON.stringify(document)) return
    // A seal that was broken stays broken: the change by hand is still to be told.
    const broken = 'seal' in stored ? { ...migrated, seal: stored.seal } : migrated
    await file.write(state === 'intact' ? sealDocument(migrated) : broken)
  } catch (error) {
    if (!isRedaksiError(error, 'base.file-damaged')) throw error
  }
}

function parseObject(value: unknown): object {
  if (typeof value !== 'object' || value === null) throw new TypeError('not an object')
  return value
}
