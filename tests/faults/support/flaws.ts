import { readFile, unlink, writeFile } from 'node:fs/promises'
import type { FileSystem } from '../../../src/base/node/file-system.ts'

/** Ways of writing files that the trials must catch. */
export const FLAWS = {
  none: (files: FileSystem): FileSystem => files,
  /** What most programs do: the old file is opened, emptied and written over. */
  'in-place': (files: FileSystem): FileSystem => ({
    ...files,
    async rename(from, to) {
      await writeFile(to, await readFile(from))
      await unlink(from)
    },
  }),
  /** A failed flush is taken for a flushed file. */
  'deaf-to-fsync': (files: FileSystem): FileSystem => ({
    ...files,
    async create(path) {
      const file = await files.create(path)
      return { ...file, sync: () => file.sync().catch(() => undefined) }
    },
    syncFolder: (path) => files.syncFolder(path).catch(() => undefined),
  }),
} as const

export type Flaw = keyof typeof FLAWS
