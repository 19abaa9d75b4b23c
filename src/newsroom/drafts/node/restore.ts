import { createHash } from 'node:crypto'
import { readdir, readFile, rm, rmdir } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { isRedaksiError, RedaksiError } from '../../../base/errors.ts'
import { makeFolderDurably, nodeFiles } from '../../../base/node/durable-write.ts'
import { readSystemCode, toWriteError } from '../../../base/node/failures.ts'
import { createTaskPool } from '../../../base/node/task-pool.ts'
import { makeTemporary } from '../../../base/node/temporary.ts'
import { BACKUP_LIMITS, type BackupFile, type BackupLimits, type BackupManifest } from '../backup-manifest.ts'
import type { DraftsErrorCode } from '../contract.ts'
import { getSupportedFormat, MIGRATIONS } from '../migration.ts'
import { readArchive, type ReadArchiveOptions } from './archive-reader.ts'
import { summarise, type BackupReport } from './backup.ts'
import { getLayout } from './layout.ts'
import { openLibraryDocument } from './library-files.ts'

/** Files that are written and flushed at the same time: the disk flushes many almost as fast as one. */
const SIDE_BY_SIDE = 16
/** Files up to this many bytes are written side by side, larger ones alone, as they come. */
const SMALL = 1024 * 1024

export type RestorePhase = 'checking' | 'restoring' | 'comparing'

export interface RestoreOptions {
  readonly limits?: BackupLimits | undefined
  /** Stops it: nothing of it stays. */
  readonly signal?: AbortSignal | undefined
  /** Hears of bytes of the archive that are checked and restored, then of files that are compared. */
  readonly onProgress?: ((phase: RestorePhase, done: number, total: number) => void) | undefined
}

/**
 * Makes a library from a backup, in a folder that is missing or empty. The whole archive is read and checked before the
 * first byte is written; the files go into a folder beside the place, are read back and compared, and only the complete
 * library takes the place. A failure leaves nothing.
 * Fails with `drafts.folder-not-empty`, `drafts.library-newer`, and as `readArchive` and `writeFileDurably` do.
 */
export async function restoreLibrary(
  file: string,
  folder: string,
  options: RestoreOptions = {},
): Promise<BackupReport> {
  return summarise(await restoreFiles(file, folder, options))
}

/** As `restoreLibrary`, and tells what the archive has promised. */
export async function restoreFiles(
  file: string,
  folder: string,
  options: RestoreOptions,
): Promise<BackupManifest> {
  const { limits = BACKUP_LIMITS, signal, onProgress } = options
  const [archive, place] = [resolve(file), resolve(folder)]
  await checkEmpty(place)
  const hear = (phase: RestorePhase) => (done: number, total: number) => onProgress?.(phase, done, total)
  const manifest = await readArchive(archive, { limits, signal, onRead: hear('checking') })
  await makeFolderDurably(dirname(place))
  const { temporary } = await makeTemporary(place, (name) => nodeFiles.makeFolder(name)).catch(
    (error: unknown) => {
      throw toWriteError(place, error)
    },
  )
  try {
    await extract(archive, temporary, manifest, { limits, signal, onRead: hear('restoring') })
    await compareFiles(archive, temporary, manifest, options)
    await checkLibrary(archive, temporary, place)
    signal?.throwIfAborted()
    await moveIntoPlace(temporary, place)
    return manifest
  } catch (error) {
    await rm(temporary, { recursive: true, force: true })
    throw isRedaksiError(error) ? error : toWriteError(place, error)
  }
}

async function extract(
  archive: string,
  folder: string,
  manifest: BackupManifest,
  options: ReadArchiveOptions,
): Promise<void> {
  const known = new Set(manifest.files.map((file) => file.path))
  const folders = new Set<string>([folder])
  const pool = createTaskPool(SIDE_BY_SIDE)
  const write = async (path: string, bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) => {
    await makeFolders(folders, dirname(path))
    await writeNew(path, bytes)
  }
  await readArchive(archive, {
    ...options,
    take: async ({ path, size }, bytes) => {
      // The archive was checked a moment ago; had it been exchanged since, nothing but what was checked is written.
      if (!known.has(path))
        throw new RedaksiError<DraftsErrorCode>('drafts.backup-damaged', { path: archive, reason: path })
      const target = join(folder, ...path.split('/'))
      if (size > SMALL) return write(target, bytes)
      const chunks: Uint8Array[] = []
      for await (const chunk of bytes) chunks.push(chunk)
      await pool.start(() => write(target, chunks))
    },
  }).catch(async (error: unknown) => {
    // What is still being written would come back after the folder is removed.
    await pool.finish().catch(() => {})
    throw error
  })
  await pool.finish()
  for (const each of folders) await nodeFiles.syncFolder(each)
}

async function makeFolders(known: Set<string>, folder: string): Promise<void> {
  if (known.has(folder)) return
  await makeFolders(known, dirname(folder))
  await nodeFiles.makeFolder(folder).catch((error: unknown) => {
    if (readSystemCode(error) !== 'EEXIST') throw error
  })
  known.add(folder)
}

async function writeNew(
  path: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<void> {
  const file = await nodeFiles.create(path)
  try {
    for await (const chunk of chunks) await file.write(chunk)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function compareFiles(
  archive: string,
  folder: string,
  { files }: BackupManifest,
  { signal, onProgress }: RestoreOptions,
): Promise<void> {
  const pool = createTaskPool(SIDE_BY_SIDE)
  for (const [i, file] of files.entries()) {
    signal?.throwIfAborted()
    await pool.start(() => compareFile(archive, folder, file))
    onProgress?.('comparing', i + 1, files.length)
  }
  await pool.finish()
}

async function compareFile(archive: string, folder: string, { path, sha256 }: BackupFile): Promise<void> {
  const bytes = await readFile(join(folder, ...path.split('/')))
  if (createHash('sha256').update(bytes).digest('hex') === sha256) return
  throw new RedaksiError<DraftsErrorCode>('drafts.backup-damaged', {
    path: archive,
    reason: `differs: ${path}`,
  })
}

/** Refuses what would not open afterwards. The person hears of the folder that was asked for, not of the temporary one. */
async function checkLibrary(archive: string, temporary: string, place: string): Promise<void> {
  const supported = getSupportedFormat(MIGRATIONS)
  const document = await openLibraryDocument(getLayout(temporary), supported)
    .read()
    .catch(() => null)
  if (document === null) {
    throw new RedaksiError<DraftsErrorCode>('drafts.backup-damaged', {
      path: archive,
      reason: 'library.json',
    })
  }
  const { format } = document
  if (format <= supported) return
  throw new RedaksiError<DraftsErrorCode>('drafts.library-newer', { folder: place, format, supported })
}

async function moveIntoPlace(temporary: string, place: string): Promise<void> {
  // An empty folder that waits there is replaced; on Windows it must go first.
  await rmdir(place).catch((error: unknown) => {
    if (readSystemCode(error) !== 'ENOENT') throw error
  })
  await nodeFiles.rename(temporary, place)
  await nodeFiles.syncFolder(dirname(place))
}

async function checkEmpty(folder: string): Promise<void> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (readSystemCode(error) === 'ENOENT') return []
    throw toWriteError(folder, error)
  })
  if (names.length > 0) throw new RedaksiError<DraftsErrorCode>('drafts.folder-not-empty', { folder })
}
