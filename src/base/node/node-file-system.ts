import { link, mkdir, open, readdir, readFile, rename, rmdir, stat, unlink } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { readSystemCode } from './failures.ts'
import type { FileSystem, OpenFile } from './file-system.ts'

/** How long a rename waits, in milliseconds, for a virus scanner or an indexer on Windows to let go of a file. */
const RENAME_PAUSES = [10, 20, 40, 80, 160, 320, 640]

/**
 * The real file system. On Windows a folder cannot be opened to be synced, so that step is left out, and modes mean
 * little there; a rename that another program holds up is tried again for about a second.
 */
export function createNodeFileSystem(platform: NodeJS.Platform = process.platform): FileSystem {
  const windows = platform === 'win32'
  return {
    create: createFile,
    read: (path) => readFile(path),
    stat: readSignature,
    list: (folder) => readdir(folder),
    link,
    rename: windows ? (from, to) => retryWhileHeld(() => rename(from, to), RENAME_PAUSES) : rename,
    remove: (path) => unlink(path),
    makeFolder: (path) => mkdir(path, { mode: 0o700 }),
    removeFolder: (path) => rmdir(path),
    syncFolder: windows ? () => Promise.resolve() : syncFolder,
  }
}

/** Tries an action again after each pause while another program holds the file (EPERM, EBUSY, EACCES on Windows). */
export async function retryWhileHeld(action: () => Promise<void>, pauses: readonly number[]): Promise<void> {
  for (const pause of pauses) {
    try {
      return await action()
    } catch (error) {
      if (!['EPERM', 'EBUSY', 'EACCES'].includes(readSystemCode(error))) throw error
      await setTimeout(pause)
    }
  }
  return action()
}

async function createFile(path: string): Promise<OpenFile> {
  const handle = await open(path, 'wx', 0o600)
  return {
    write: (bytes) => handle.writeFile(bytes),
    sync: () => handle.sync(),
    close: () => handle.close(),
  }
}

async function readSignature(path: string) {
  try {
    const { size, mtimeNs, ino } = await stat(path, { bigint: true })
    return { size: Number(size), modified: String(mtimeNs), inode: String(ino) }
  } catch (error) {
    if (readSystemCode(error) === 'ENOENT') return null
    throw error
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
    // XFS that has shut down over a disk's failure still says that it has flushed a folder; looking at it tells.
    await folder.stat()
  } catch (error) {
    // Some network file systems cannot flush a folder at all and say so; any other failure is one.
    if (!['EINVAL', 'ENOTSUP'].includes(readSystemCode(error))) throw error
  } finally {
    // Nothing was written through it: nobody need wait for it to be closed.
    folder.close().catch(() => {})
  }
}
