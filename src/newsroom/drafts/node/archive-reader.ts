import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { Parser, type ReadEntry } from 'tar'
import { isRedaksiError, RedaksiError } from '../../../base/errors.ts'
import { nodeFiles } from '../../../base/node/durable-write.ts'
import { readSystemCode, toReadError } from '../../../base/node/failures.ts'
import {
  BACKUP_LIMITS,
  isSafePath,
  LIBRARY_PREFIX,
  MANIFEST_NAME,
  parseBackupManifest,
  type BackupFile,
  type BackupLimits,
  type BackupManifest,
} from '../backup-manifest.ts'
import type { DraftsErrorCode } from '../contract.ts'

/** Takes the bytes of one file of an archive; the next file comes when this resolves. */
export type TakeFile = (file: Omit<BackupFile, 'sha256'>, bytes: AsyncIterable<Uint8Array>) => Promise<void>

export interface ReadArchiveOptions {
  /** What becomes of the files; unless told, they are only looked at. */
  readonly take?: TakeFile | undefined
  readonly limits?: BackupLimits | undefined
  /** What every file's name in the archive must begin with; a backup's unless told. */
  readonly prefix?: string | undefined
  readonly signal?: AbortSignal | undefined
  /** Hears how much of the archive is read, in bytes as they are packed. */
  readonly onRead?: ((done: number, total: number) => void) | undefined
}

/**
 * Reads an archive from beginning to end and compares what it holds with its manifest, name by name and byte by byte.
 * Nothing in it is believed: what is not a plain file, has an unsafe name, stands twice or is too much is refused.
 * Fails with `drafts.backup-refused` {path, entry, reason}, `drafts.backup-damaged` {path, reason}, `base.read-failed`,
 * or the signal's reason.
 */
export async function readArchive(path: string, options: ReadArchiveOptions = {}): Promise<BackupManifest> {
  const { take = drain, limits = BACKUP_LIMITS, prefix = LIBRARY_PREFIX } = options
  const packed = await nodeFiles.stat(path).catch((error: unknown) => {
    throw toReadError(path, error)
  })
  const size = packed?.size ?? 0
  const content = createContent({ path, packed: size, limits, prefix, take })
  await parseArchive(path, size, content.add, options)
  return content.compare()
}

/** Feeds the file to the parser, and stops at the first failure of either side. */
async function parseArchive(
  path: string,
  size: number,
  add: (entry: ReadEntry) => Promise<void>,
  { signal, onRead }: ReadArchiveOptions,
): Promise<void> {
  const parser = new Parser({ strict: true, maxDecompressionRatio: Infinity })
  const failure = Promise.withResolvers<never>()
  const end = once(parser, 'end')
  let adding = Promise.resolve()
  failure.promise.catch(() => {})
  end.catch(() => {})
  parser.on('error', failure.reject)
  parser.on('ignoredEntry', (entry: ReadEntry) => failure.reject(refuse(path, entry.path, 'type')))
  parser.on('entry', (entry: ReadEntry) => {
    const added = add(entry)
    added.catch(failure.reject)
    adding = adding.then(() => added)
    adding.catch(() => {})
  })
  const source = createReadStream(path)
  try {
    let done = 0
    for await (const chunk of source as AsyncIterable<Buffer>) {
      signal?.throwIfAborted()
      done += chunk.length
      onRead?.(done, size)
      if (!parser.write(chunk)) await Promise.race([once(parser, 'drain'), end, failure.promise])
    }
    parser.end()
    await Promise.race([end, failure.promise])
    await adding
  } catch (error) {
    if (isRedaksiError(error)) throw error
    throw describe(path, error)
  } finally {
    source.destroy()
  }
}

interface ContentOptions {
  readonly path: string
  /** In bytes. */
  readonly packed: number
  readonly limits: BackupLimits
  readonly prefix: string
  readonly take: TakeFile
}

/** Collects what an archive holds while it is read. */
function createContent({ path, packed, limits, prefix, take }: ContentOptions) {
  const seen = new Set<string>()
  const found = new Map<string, BackupFile>()
  const manifestChunks: Uint8Array[] = []
  let isManifestSeen = false
  let total = 0

  /** Checks an entry before the next one is met, and returns its path below the library; null for the manifest. */
  function check(entry: ReadEntry): string | null {
    if (entry.type !== 'File' && entry.type !== 'OldFile') throw refuse(path, entry.path, 'type')
    total += entry.size
    if (entry.size > limits.fileSize || total > limits.totalSize) throw refuse(path, entry.path, 'too-large')
    if (total > limits.free && total > packed * limits.ratio) throw refuse(path, entry.path, 'too-large')
    if (isManifestSeen) throw refuse(path, entry.path, 'after-manifest')
    if (entry.path === MANIFEST_NAME) {
      isManifestSeen = true
      return null
    }
    const name = entry.path.startsWith(prefix) ? entry.path.slice(prefix.length) : ''
    if (!isSafePath(name)) throw refuse(path, entry.path, 'path')
    if (seen.size >= limits.files) throw refuse(path, entry.path, 'too-many')
    // Not every system tells a capital letter from a small one.
    if (seen.has(name.toLowerCase())) throw refuse(path, entry.path, 'twice')
    seen.add(name.toLowerCase())
    return name
  }

  async function add(entry: ReadEntry): Promise<void> {
    const name = check(entry)
    if (name === null) {
      for await (const chunk of entry) manifestChunks.push(chunk)
      return
    }
    const hash = createHash('sha256')
    await take({ path: name, size: entry.size }, teeIntoHash(entry, hash))
    found.set(name, { path: name, size: entry.size, sha256: hash.digest('hex') })
  }

  function compare(): BackupManifest {
    const manifest = parseManifest(path, manifestChunks)
    for (const { path: name, size, sha256 } of manifest.files) {
      const file = found.get(name)
      if (file === undefined) throw damage(path, `missing: ${name}`)
      if (file.size !== size || file.sha256 !== sha256) throw damage(path, `differs: ${name}`)
    }
    const listed = new Set(manifest.files.map((file) => file.path))
    const stranger = [...found.keys()].find((name) => !listed.has(name))
    if (stranger !== undefined) throw refuse(path, stranger, 'not-in-manifest')
    return manifest
  }

  return { add, compare }
}

async function* teeIntoHash(
  entry: ReadEntry,
  hash: ReturnType<typeof createHash>,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of entry) {
    hash.update(chunk)
    yield chunk
  }
}

async function drain(_file: unknown, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const chunk of bytes) void chunk
}

function parseManifest(path: string, chunks: readonly Uint8Array[]): BackupManifest {
  if (chunks.length === 0) throw damage(path, 'no manifest')
  try {
    return parseBackupManifest(JSON.parse(Buffer.concat(chunks).toString('utf8')))
  } catch (error) {
    throw damage(path, 'manifest', error)
  }
}

/** What the tar or gzip layer said: the file could not be read, or it is not what it should be. */
function describe(path: string, error: unknown): RedaksiError {
  const code = readSystemCode(error)
  if (/^E[A-Z]+$/.test(code)) return toReadError(path, error)
  const words = error instanceof Error ? error.message : String(error)
  return damage(path, words, error)
}

function refuse(path: string, entry: string, reason: string): RedaksiError {
  return new RedaksiError<DraftsErrorCode>('drafts.backup-refused', { path, entry, reason })
}

function damage(path: string, reason: string, cause?: unknown): RedaksiError {
  return new RedaksiError<DraftsErrorCode>('drafts.backup-damaged', { path, reason }, cause)
}
