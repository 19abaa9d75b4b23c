import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { RedaksiError } from '../../../base/errors.ts'
import { parseHouse } from '../../house/index.ts'
import type { DraftsErrorCode } from '../contract.ts'
import { parseLibraryDocument } from '../library-document.ts'
import { getSupportedFormat, MIGRATIONS } from '../migration.ts'
import type { LibraryProblem } from '../problem.ts'
import { checkFile } from './check-file.ts'
import { getIndexPath } from './index-database.ts'
import { inspectDraft } from './inspect-draft.ts'
import { inspectTree } from './inspect-tree.ts'
import { getLayout, isDraftId, type LibraryLayout } from './layout.ts'
import { listFolder } from './list-folder.ts'

export interface InspectOptions {
  /** Nobody else writes: this process holds the lock. */
  readonly isAlone?: boolean
}

/**
 * Looks a whole library over and changes nothing. A stale index is no problem: opening it brings it up to date.
 * Fails with `drafts.no-library` when the folder holds none, `drafts.library-newer` when this Redaksi cannot judge it.
 */
export async function inspectLibrary(
  folder: string,
  { isAlone = false }: InspectOptions = {},
): Promise<readonly LibraryProblem[]> {
  const layout = getLayout(resolve(folder))
  const problems: LibraryProblem[] = [...(await inspectDocuments(layout))]
  for (const id of await listFolder(layout.drafts)) {
    if (isDraftId(id)) problems.push(...(await inspectDraft(layout, id)))
  }
  return [...problems, ...inspectIndex(layout), ...(await inspectTree(layout, isAlone))]
}

/** Looks at the documents that make a folder a library. Fails as `inspectLibrary` does. */
export async function inspectDocuments(layout: LibraryLayout): Promise<readonly LibraryProblem[]> {
  const supported = getSupportedFormat(MIGRATIONS)
  const library = await checkFile(layout.library, (value) => parseLibraryDocument(value, supported))
  if (library.state === 'missing' && !existsSync(layout.house)) {
    throw new RedaksiError<DraftsErrorCode>('drafts.no-library', { folder: layout.folder })
  }
  if (library.state === 'good' && library.value.format > supported) {
    const { format } = library.value
    throw new RedaksiError<DraftsErrorCode>('drafts.library-newer', {
      folder: layout.folder,
      format,
      supported,
    })
  }
  const checked = [
    [layout.library, library],
    [layout.house, await checkFile(layout.house, parseHouse)],
    [layout.targets, await checkFile(layout.targets, (value) => z.looseObject({}).parse(value))],
  ] as const
  return checked.flatMap(([path, { state }]) =>
    state === 'good' ? [] : [{ code: `drafts.file-${state}` as const, path, detail: null }],
  )
}

function inspectIndex(layout: LibraryLayout): readonly LibraryProblem[] {
  const path = getIndexPath(layout.index)
  if (!existsSync(path)) return []
  try {
    // Not as a reader opens it: one of another version, or still empty after a power cut, is stale, not damaged.
    const database = new DatabaseSync(path, { readOnly: true, timeout: 5_000 })
    const result = database.prepare('PRAGMA quick_check(1)').get()?.['quick_check']
    database.close()
    return result === 'ok' ? [] : [{ code: 'drafts.index-damaged', path, detail: String(result) }]
  } catch (error) {
    return [
      { code: 'drafts.index-damaged', path, detail: error instanceof Error ? error.message : String(error) },
    ]
  }
}
