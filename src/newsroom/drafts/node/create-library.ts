import { toIso, type Clock } from '../../../base/clock.ts'
import { RedaksiError } from '../../../base/errors.ts'
import { createUuid, type RandomBytes } from '../../../base/ids.ts'
import { makeFolderDurably, writeFileDurably } from '../../../base/node/durable-write.ts'
import { encodeJson, getPreviousPath } from '../../../base/node/json-file.ts'
import { isTemporaryName } from '../../../base/node/temporary.ts'
import type { House } from '../../house/index.ts'
import type { DraftsErrorCode } from '../contract.ts'
import { FIRST_FORMAT, getSupportedFormat, MIGRATIONS } from '../migration.ts'
import { getLayout, type LibraryLayout } from './layout.ts'
import { listFolder } from './list-folder.ts'
import { openHouseDocument, openLibraryDocument } from './library-files.ts'
import { writeOrderReserve } from './order-counter.ts'

export interface CreateLibraryOptions {
  readonly house: House
  readonly clock: Clock
  readonly random: RandomBytes
}

/**
 * Makes an empty library in a folder that is missing or empty. What makes it a library, `library.json`, is written last:
 * a folder in which this was interrupted is none, and may be tried again.
 * Fails with `drafts.library-exists` or `drafts.folder-not-empty`, and as `writeFileDurably` does.
 */
export async function createLibrary(
  folder: string,
  { house, clock, random }: CreateLibraryOptions,
): Promise<{ readonly id: string }> {
  const layout = getLayout(folder)
  await checkFree(layout)
  await makeFolderDurably(folder)
  await makeFolderDurably(layout.drafts)
  await makeFolderDurably(layout.index)
  await writeOrderReserve(layout, 0)
  await openHouseDocument(layout).write(house)
  await writeFileDurably(layout.targets, encodeJson({ schema: 1, targets: [] }))
  const document = {
    format: getSupportedFormat(MIGRATIONS),
    id: createUuid(random),
    createdAt: toIso(clock.now()),
  }
  // A spare copy, should the one below ever be damaged.
  await writeFileDurably(getPreviousPath(layout.library), encodeJson(document))
  await openLibraryDocument(layout, FIRST_FORMAT).write(document)
  return { id: document.id }
}

/** What an interrupted run of this may have left, besides empty folders. */
const UNFINISHED = ['house.json', 'targets.json', 'library.previous.json', 'drafts', 'index']

async function checkFree(layout: LibraryLayout): Promise<void> {
  const names = await listFolder(layout.folder)
  if (names.includes('library.json')) fail('drafts.library-exists', layout)
  const strange = names.filter((name) => !UNFINISHED.includes(name) && !isTemporaryName(name))
  const drafts = names.includes('drafts') ? await listFolder(layout.drafts) : []
  if (strange.length > 0 || drafts.length > 0) fail('drafts.folder-not-empty', layout)
}

function fail(code: DraftsErrorCode, { folder }: LibraryLayout): never {
  throw new RedaksiError<DraftsErrorCode>(code, { folder })
}
