import { isRedaksiError, RedaksiError } from '../../../base/errors.ts'
import { nodeFiles } from '../../../base/node/durable-write.ts'
import type { FileSystem } from '../../../base/node/file-system.ts'
import { createJsonFile, type JsonFile } from '../../../base/node/json-file.ts'
import { parseHouse, type House } from '../../house/index.ts'
import type { DraftsErrorCode } from '../contract.ts'
import { parseLibraryDocument, type LibraryDocument } from '../library-document.ts'
import type { LibraryLayout } from './layout.ts'

/** Opens `library.json`. */
export function openLibraryDocument(
  layout: LibraryLayout,
  supported: number,
  files: FileSystem = nodeFiles,
): JsonFile<LibraryDocument> {
  const parse = (value: unknown) => parseLibraryDocument(value, supported)
  return createJsonFile({ path: layout.library, parse, keepPrevious: true, files })
}

/** Opens `house.json`, the file that offices exchange. */
export function openHouseDocument(layout: LibraryLayout, files: FileSystem = nodeFiles): JsonFile<House> {
  return createJsonFile({ path: layout.house, parse: parseHouse, keepPrevious: true, files })
}

/** Reads a document that a library cannot do without. Fails with `drafts.library-damaged` {path}. */
export async function readNeeded<T extends object>(path: string, file: JsonFile<T>): Promise<T> {
  try {
    const value = await file.read()
    if (value !== null) return value
  } catch (error) {
    if (!isRedaksiError(error, 'base.file-damaged')) throw error
    throw new RedaksiError<DraftsErrorCode>('drafts.library-damaged', { path }, error)
  }
  throw new RedaksiError<DraftsErrorCode>('drafts.library-damaged', { path })
}
