import { isRedaksiError, RedaksiError } from '../../../base/errors.ts'
import { makeFolderDurably, removeFileDurably } from '../../../base/node/durable-write.ts'
import type { FileSystem } from '../../../base/node/file-system.ts'
import { createJsonFile, type JsonFile } from '../../../base/node/json-file.ts'
import { encodeSealed, openSeal } from '../../../base/node/seal.ts'
import type { DraftsErrorCode } from '../contract.ts'
import { isSameStory } from '../revise.ts'
import { parseSnapshot, type Snapshot } from '../snapshot.ts'
import { isLasting } from '../thin.ts'
import { readSnapshotName, type LibraryLayout } from './layout.ts'
import { listFolder } from './list-folder.ts'
import { keepInQuarantine } from './quarantine.ts'

/** The kept revisions of drafts, one file each, whose story is written once. */
export interface History {
  /**
   * Keeps a revision; one that is kept already stays as it is, unless it is now kept for a reason that lasts. Fails with
   * `drafts.revision-differs`.
   */
  keep(id: string, snapshot: Snapshot): Promise<void>
  /** The numbers of what is kept, oldest first, without a look inside. */
  list(id: string): Promise<readonly number[]>
  /** Null when it is not kept. Fails with `drafts.damaged`. */
  read(id: string, revision: number): Promise<Snapshot | null>
  remove(id: string, revision: number): Promise<void>
}

/** Opens the histories of a library. */
export function createHistory(layout: LibraryLayout, files: FileSystem): History {
  const open = (id: string, revision: number) => openSnapshot(layout.snapshot(id, revision), revision, files)
  return {
    async keep(id, snapshot) {
      const { revision, story } = snapshot
      const path = layout.snapshot(id, revision)
      const kept = await readGood(open(id, revision))
      if (kept === 'damaged') {
        await keepInQuarantine(layout, path, files)
        await removeFileDurably(path, files)
      } else if (kept !== null) {
        if (!isSameStory(kept.story, story))
          throw new RedaksiError<DraftsErrorCode>('drafts.revision-differs', { id, revision })
        if (isLasting(kept.reason) || !isLasting(snapshot.reason)) return
      }
      await makeFolderDurably(layout.history(id), files)
      await open(id, revision).write(snapshot)
    },
    async list(id) {
      const names = await listFolder(layout.history(id), files.list)
      const revisions = names.map(readSnapshotName).filter((revision) => revision !== null)
      return revisions.sort((a, b) => a - b)
    },
    async read(id, revision) {
      const kept = await readGood(open(id, revision))
      if (kept !== 'damaged') return kept
      const details = { id, path: layout.snapshot(id, revision), previous: false }
      throw new RedaksiError<DraftsErrorCode>('drafts.damaged', details)
    },
    remove: (id, revision) => removeFileDurably(layout.snapshot(id, revision), files),
  }
}

function openSnapshot(path: string, revision: number, files: FileSystem): JsonFile<Snapshot> {
  const parse = (value: unknown) => parseKept(value, revision)
  return createJsonFile({ path, parse, encode: encodeSealed, files })
}

/**
 * Reads the file of a kept revision from untrusted data; throws when it is none, or another one. Unlike a draft it is
 * never mended by hand, so a broken seal is damage.
 */
export function parseKept(value: unknown, revision: number): Snapshot {
  const { document, state } = openSeal(value)
  const snapshot = parseSnapshot(document)
  if (state === 'broken') throw new TypeError('the seal is broken')
  if (snapshot.revision !== revision) throw new TypeError(`this is revision ${snapshot.revision}`)
  return snapshot
}

async function readGood(file: JsonFile<Snapshot>): Promise<Snapshot | 'damaged' | null> {
  try {
    return await file.read()
  } catch (error) {
    if (isRedaksiError(error, 'base.file-damaged')) return 'damaged'
    throw error
  }
}
