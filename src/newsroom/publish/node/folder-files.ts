import { mkdir, open } from 'node:fs/promises'
import { nodeFiles } from '../../../base/node/durable-write.ts'
import type { FileSystem } from '../../../base/node/file-system.ts'

/**
 * The file system for what is published: unlike the library's, its files are for others to read, a web server's user
 * among them, as far as this user's own mask allows.
 */
export const publicFiles: FileSystem = {
  ...nodeFiles,
  create: async (path) => {
    const handle = await open(path, 'wx', 0o666)
    return {
      write: (bytes) => handle.writeFile(bytes),
      sync: () => handle.sync(),
      close: () => handle.close(),
    }
  },
  makeFolder: (path) => mkdir(path, { mode: 0o777 }),
}
