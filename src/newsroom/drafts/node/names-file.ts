import { isRedaksiError } from '../../../base/errors.ts'
import { removeFileDurably } from '../../../base/node/durable-write.ts'
import type { FileSystem } from '../../../base/node/file-system.ts'
import { createJsonFile, getPreviousPath } from '../../../base/node/json-file.ts'
import { NO_REVISION_NAMES, parseRevisionNames, type RevisionNames } from '../revision-names.ts'
import type { LibraryLayout } from './layout.ts'
import { keepInQuarantine } from './quarantine.ts'

/** The file with the names of a draft's revisions. The caller sees to it that one is changed by one action at a time. */
export interface NamesFile {
  /** Where the file is damaged, the names before it, or none: the history is shown all the same. */
  read(id: string): Promise<RevisionNames>
  /** Null where the file is damaged, for who may do nothing without knowing them all. */
  readWhole(id: string): Promise<RevisionNames | null>
  /** Writes what a change makes of the names; the bytes of a damaged file go to quarantine first. */
  change(id: string, change: (names: RevisionNames) => RevisionNames): Promise<void>
}

/** Opens the names; nothing is read yet. */
export function createNamesFile(layout: LibraryLayout, files: FileSystem): NamesFile {
  const open = (path: string) =>
    createJsonFile<RevisionNames>({ path, parse: parseRevisionNames, keepPrevious: true, files })

  async function readGood(path: string): Promise<RevisionNames | 'damaged' | null> {
    return open(path)
      .read()
      .catch((error: unknown) => {
        if (isRedaksiError(error, 'base.file-damaged')) return 'damaged'
        throw error
      })
  }

  async function readBefore(id: string): Promise<RevisionNames> {
    const before = await readGood(getPreviousPath(layout.revisionNames(id)))
    return before === null || before === 'damaged' ? NO_REVISION_NAMES : before
  }

  return {
    async read(id) {
      const names = await readGood(layout.revisionNames(id))
      return names === 'damaged' ? readBefore(id) : (names ?? NO_REVISION_NAMES)
    },
    async readWhole(id) {
      const names = await readGood(layout.revisionNames(id))
      return names === 'damaged' ? null : (names ?? NO_REVISION_NAMES)
    },
    async change(id, change) {
      const path = layout.revisionNames(id)
      const names = await readGood(path)
      if (names === 'damaged') {
        const before = await readBefore(id)
        await keepInQuarantine(layout, path, files)
        await removeFileDurably(path, files)
        return open(path).write(change(before))
      }
      return open(path).write(change(names ?? NO_REVISION_NAMES))
    },
  }
}
