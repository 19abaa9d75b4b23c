import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { dirname } from 'node:path'
import { Header, Pack, ReadEntry } from 'tar'
import { nodeFiles } from '../../../base/node/durable-write.ts'
import { toWriteError } from '../../../base/node/failures.ts'
import type { OpenFile } from '../../../base/node/file-system.ts'
import { encodeJson } from '../../../base/node/json-file.ts'
import { makeTemporary, removeQuietly } from '../../../base/node/temporary.ts'
import { MANIFEST_NAME, type BackupFile, type BackupManifest } from '../backup-manifest.ts'
import { readArchive } from './archive-reader.ts'

/** One file that goes into an archive, by its path below the prefix, with slashes. */
export interface ArchivedFile {
  readonly path: string
  readonly bytes: Uint8Array
}

export interface WriteArchiveOptions {
  /** What every file's name in the archive begins with. */
  readonly prefix: string
  /** An ISO instant. */
  readonly createdAt: string
  readonly signal?: AbortSignal | undefined
  /** Hears how many files are written. */
  readonly onFile?: (done: number) => void
  /** Hears how much of the archive is read back, in bytes. */
  readonly onChecked?: (done: number, total: number) => void
}

/**
 * Writes files into one `.tar.gz`, with a manifest of every file. It is written beside its place, flushed, read back and
 * compared; only then does it take its name, so a former archive under that name is replaced by a good one or not at
 * all. Fails as `writeFileDurably` does, or with the signal's reason; then nothing of it is left.
 */
export async function writeArchive(
  target: string,
  files: AsyncIterable<ArchivedFile>,
  options: WriteArchiveOptions,
): Promise<BackupManifest> {
  const { prefix, signal, onChecked } = options
  let temporary: string | null = null
  try {
    const started = await makeTemporary(target, (name) => nodeFiles.create(name))
    temporary = started.temporary
    const manifest = await pack(started.made, files, options)
    await readArchive(temporary, {
      prefix,
      signal,
      ...(onChecked === undefined ? {} : { onRead: onChecked }),
    })
    signal?.throwIfAborted()
    await nodeFiles.rename(temporary, target)
    await nodeFiles.syncFolder(dirname(target))
    return manifest
  } catch (error) {
    if (temporary !== null) await removeQuietly(temporary, nodeFiles)
    throw toWriteError(target, error)
  }
}

async function pack(
  file: OpenFile,
  files: AsyncIterable<ArchivedFile>,
  { prefix, createdAt, signal, onFile }: WriteArchiveOptions,
): Promise<BackupManifest> {
  const packing = new Pack({ gzip: true, portable: true })
  const writing = (async () => {
    for await (const chunk of packing) await file.write(chunk)
  })()
  writing.catch(() => {})
  try {
    const listed: BackupFile[] = []
    for await (const { path, bytes } of files) {
      signal?.throwIfAborted()
      listed.push({ path, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') })
      await Promise.race([addEntry(packing, prefix + path, bytes), writing])
      onFile?.(listed.length)
    }
    const manifest: BackupManifest = { schema: 1, createdAt, files: listed }
    await Promise.race([addEntry(packing, MANIFEST_NAME, encodeJson(manifest)), writing])
    packing.end()
    await writing
    await file.sync()
    return manifest
  } finally {
    await file.close()
  }
}

async function addEntry(packing: Pack, path: string, bytes: Uint8Array): Promise<void> {
  const entry = new ReadEntry(
    new Header({ path, size: bytes.length, mode: 0o600, type: 'File', mtime: new Date(0) }),
  )
  const ended = once(entry, 'end')
  packing.add(entry)
  entry.end(Buffer.from(bytes))
  await ended
}
