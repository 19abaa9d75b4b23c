import { encodeSealed, openSeal } from '../../../base/node/seal.ts'
import { isRedaksiError } from '../../../base/errors.ts'
import type { FileSystem } from '../../../base/node/file-system.ts'
import { createJsonFile, encodeJson, getPreviousPath } from '../../../base/node/json-file.ts'
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
  const file = createJsonFile({ path, parse: parseStored, encode: encodeStored, files })
  try {
    const stored = await file.read()
    if (stored === null) return
    const document = parseObject(migrate(kind, stored.document))
    if (JSON.stringify(document) !== JSON.stringify(stored.document))
      await file.write({ ...stored, document })
  } catch (error) {
    if (!isRedaksiError(error, 'base.file-damaged')) throw error
  }
}

/** Any document, with its seal: null when it is to have none, a text when it was broken and has to stay so. */
interface Stored {
  readonly document: object
  readonly seal: 'intact' | { readonly broken: unknown } | null
}

function parseStored(value: unknown): Stored {
  const { document, state } = openSeal(value)
  if (state === 'absent') return { document: parseObject(document), seal: null }
  const seal = state === 'intact' ? state : { broken: Object(value)['seal'] }
  return { document: parseObject(document), seal }
}

function encodeStored({ document, seal }: Stored): Uint8Array {
  if (seal === null) return encodeJson(document)
  return seal === 'intact' ? encodeSealed(document) : encodeJson({ ...document, seal: seal.broken })
}

function parseObject(value: unknown): object {
  if (typeof value !== 'object' || value === null) throw new TypeError('not an object')
  return value
}
