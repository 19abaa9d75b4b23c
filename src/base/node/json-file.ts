import { Low, type Adapter } from 'lowdb'
import { isRedaksiError, RedaksiError } from '../errors.ts'
import { nodeFiles, writeFileDurably } from './durable-write.ts'
import { readSystemCode, toReadError } from './failures.ts'
import type { FileSystem } from './file-system.ts'
import { createWriteQueue } from './write-queue.ts'

/** One small JSON document on the disk. */
export interface JsonFile<T extends object> {
  /** The document; null when there is no file. Fails with `base.file-damaged` or `base.read-failed` {path, reason}. */
  read(): Promise<T | null>
  /**
   * Resolves when this value, or one that was handed over later, is on the disk. The value is serialised at once.
   * Fails as `writeFileDurably` does, and with `base.file-damaged` when the file there is damaged: those bytes must be
   * moved away first, they are never overwritten.
   */
  write(value: T): Promise<void>
  /** Resolves when nothing is being written. */
  settle(): Promise<void>
}

export interface JsonFileOptions<T extends object> {
  readonly path: string
  /** Makes sure that what was read is what it should be; throws when not. */
  readonly parse: (value: unknown) => T
  /** The bytes of a document's file, where they are more than the document. It is called at once, within `write`. */
  readonly encode?: (value: T) => Uint8Array
  /** Keeps the generation before the last under `getPreviousPath(path)`. */
  readonly keepPrevious?: boolean
  /** Looks, beside each write, whether the file may still be replaced; when it fails, so does the write. */
  readonly guard?: () => Promise<void>
  readonly files?: FileSystem
}

/** Where the former generation of a file is kept: `draft.json` has `draft.previous.json`. */
export function getPreviousPath(path: string): string {
  return path.replace(/(\.[^./\\]+)?$/, '.previous$1')
}

/** Opens a JSON document. Nothing is read or written yet. Only one of these may write a file at a time. */
export function createJsonFile<T extends object>(options: JsonFileOptions<T>): JsonFile<T> {
  const adapter = createDurableAdapter(options)
  return {
    async read() {
      const low = new Low<T | null>(adapter, null)
      await low.read()
      return low.data
    },
    write: (value) => new Low<T | null>(adapter, value).write(),
    settle: adapter.settle,
  }
}

/** lowdb's storage for one document, with the durability that lowdb's own file adapter lacks. */
function createDurableAdapter<T extends object>(options: JsonFileOptions<T>) {
  const { path, parse, encode = encodeJson, keepPrevious, guard, files = nodeFiles } = options
  const previous = keepPrevious === true ? getPreviousPath(path) : undefined
  let isKnownGood = false
  let isPreviousApart = false

  async function read(): Promise<T | null> {
    isKnownGood = false
    const value = await readJson(path, parse, files)
    isKnownGood = true
    return value
  }

  const queue = createWriteQueue(async (bytes: Uint8Array) => {
    if (!isKnownGood) await read()
    const wasPreviousApart = isPreviousApart
    isPreviousApart = false
    await writeFileDurably(path, bytes, {
      files,
      isPreviousApart: wasPreviousApart,
      ...(previous === undefined ? {} : { previous }),
      ...(guard === undefined ? {} : { guard }),
    })
    isPreviousApart = true
  })
  async function write(value: T | null): Promise<void> {
    if (value !== null) await queue.push(encode(value))
  }

  return { read, write, settle: queue.settle } satisfies Adapter<T | null> & { settle: unknown }
}

async function readJson<T>(path: string, parse: (value: unknown) => T, files: FileSystem): Promise<T | null> {
  try {
    const bytes = await files.read(path)
    return parseBytes(path, bytes, parse)
  } catch (error) {
    if (!isRedaksiError(error) && readSystemCode(error) === 'ENOENT') return null
    throw toReadError(path, error)
  }
}

/** Bytes that are not UTF-8, not JSON, or not what `parse` takes are damage; so is a byte order mark, we write none. */
function parseBytes<T>(path: string, bytes: Uint8Array, parse: (value: unknown) => T): T {
  try {
    return parse(JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)))
  } catch (error) {
    throw new RedaksiError('base.file-damaged', { path }, error)
  }
}

/** A document as the bytes of its file. Indented, because people read these files. */
export function encodeJson(value: object): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`)
}
