import { basename, dirname } from 'node:path'
import type { FileSystem, OpenFile } from '../../src/base/node/file-system.ts'

/** One call of the port, in order from 0. */
export interface DiskCall {
  readonly index: number
  readonly operation: 'create' | 'write' | 'sync' | 'close' | keyof Omit<FileSystem, 'create'>
  readonly path: string
}

/** What befalls a call: a system code that it fails with, or the power goes. Null: nothing. */
export type DiskFault = (call: DiskCall) => string | 'POWER' | null

/** A disk in memory that keeps what was flushed and may lose the rest, as a real one does when the power goes. */
export interface SimulatedDisk extends FileSystem {
  readonly calls: readonly DiskCall[]
  /** Whether the power has gone: every call fails until `restart`. */
  readonly isDark: boolean
  /** Comes back with what survived: of unflushed names any first part, of unflushed bytes anything. */
  restart(draw: () => number): void
  names(folder: string): readonly string[]
}

interface Inode {
  readonly number: number
  bytes: Uint8Array
  flushed: Uint8Array | null
  /** A flush failed: the system has thrown the pages away and will say yes the next time. */
  isPoisoned: boolean
  changes: number
}

type Names = ReadonlyMap<string, Inode>
interface Folder {
  now: Map<string, Inode>
  /** The states of the names since the last flush, that one first. */
  states: Names[]
}

/** Makes an empty disk with one folder. */
export function createSimulatedDisk(root: string, fault: DiskFault = () => null): SimulatedDisk {
  const folders = new Map<string, Folder>([[root, { now: new Map(), states: [new Map()] }]])
  const calls: DiskCall[] = []
  let isDark = false
  let inodes = 0

  function enter(operation: DiskCall['operation'], path: string): void {
    if (isDark) throw failure('EIO')
    const call = { index: calls.length, operation, path }
    calls.push(call)
    const found = fault(call)
    if (found === 'POWER') isDark = true
    if (found !== null) throw failure(found === 'POWER' ? 'EIO' : found)
  }

  function folderOf(path: string): Folder {
    const folder = folders.get(dirname(path))
    if (folder === undefined) throw failure('ENOENT')
    return folder
  }

  function inodeOf(path: string): Inode {
    const inode = folderOf(path).now.get(basename(path))
    if (inode === undefined) throw failure('ENOENT')
    return inode
  }

  function set(path: string, inode: Inode | null): void {
    const folder = folderOf(path)
    if (inode === null) folder.now.delete(basename(path))
    else folder.now.set(basename(path), inode)
    folder.states.push(new Map(folder.now))
  }

  function open(inode: Inode, path: string): OpenFile {
    return {
      async write(bytes) {
        enter('write', path)
        inode.bytes = Buffer.concat([inode.bytes, bytes])
        inode.changes += 1
      },
      async sync() {
        try {
          enter('sync', path)
        } catch (error) {
          inode.isPoisoned = true
          throw error
        }
        if (!inode.isPoisoned) inode.flushed = inode.bytes
      },
      async close() {
        enter('close', path)
      },
    }
  }

  return {
    calls,
    get isDark() {
      return isDark
    },
    names: (folder) => [...(folders.get(folder)?.now.keys() ?? [])].sort(),
    restart(draw) {
      isDark = false
      for (const folder of folders.values()) {
        const survived = folder.states[Math.floor(draw() * folder.states.length)] ?? new Map()
        folder.now = new Map(survived)
        folder.states = [new Map(survived)]
        for (const inode of folder.now.values()) {
          if (inode.flushed === null)
            inode.bytes = inode.bytes.subarray(0, Math.floor(draw() * inode.bytes.length))
          else inode.bytes = inode.flushed
        }
      }
    },
    async create(path) {
      enter('create', path)
      if (folderOf(path).now.has(basename(path))) throw failure('EEXIST')
      const inode = {
        number: (inodes += 1),
        bytes: new Uint8Array(),
        flushed: null,
        isPoisoned: false,
        changes: 0,
      }
      set(path, inode)
      return open(inode, path)
    },
    async read(path) {
      enter('read', path)
      return inodeOf(path).bytes
    },
    async stat(path) {
      enter('stat', path)
      const inode = folders.get(dirname(path))?.now.get(basename(path))
      if (inode === undefined) return null
      return { size: inode.bytes.length, modified: String(inode.changes), inode: String(inode.number) }
    },
    async list(path) {
      enter('list', path)
      const folder = folders.get(path)
      if (folder === undefined) throw failure('ENOENT')
      const below = [...folders.keys()].filter((other) => dirname(other) === path && other !== path)
      return [...folder.now.keys(), ...below.map((other) => basename(other))]
    },
    async link(from, to) {
      enter('link', to)
      if (folderOf(to).now.has(basename(to))) throw failure('EEXIST')
      set(to, inodeOf(from))
    },
    async rename(from, to) {
      enter('rename', to)
      const inode = inodeOf(from)
      if (folderOf(to).now.get(basename(to)) === inode) return
      // One step: there is no state of the folder in which the file has both names.
      folderOf(from).now.delete(basename(from))
      set(to, inode)
    },
    async remove(path) {
      enter('remove', path)
      inodeOf(path)
      set(path, null)
    },
    async makeFolder(path) {
      enter('makeFolder', path)
      if (folders.has(path)) throw failure('EEXIST')
      if (!folders.has(dirname(path))) throw failure('ENOENT')
      folders.set(path, { now: new Map(), states: [new Map()] })
    },
    async removeFolder(path) {
      enter('removeFolder', path)
      if ((folders.get(path)?.now.size ?? 0) > 0) throw failure('ENOTEMPTY')
      if (!folders.delete(path)) throw failure('ENOENT')
    },
    async syncFolder(path) {
      enter('syncFolder', path)
      const folder = folders.get(path)
      if (folder !== undefined) folder.states = [new Map(folder.now)]
    },
  }
}

function failure(code: string): Error {
  return Object.assign(new Error(code), { code })
}
