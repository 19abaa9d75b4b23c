import { readdir, readFile, realpath } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { toIso, type Clock } from '../../../base/clock.ts'
import { RedaksiError } from '../../../base/errors.ts'
import { nodeFiles } from '../../../base/node/durable-write.ts'
import { readSystemCode, toReadError, toWriteError } from '../../../base/node/failures.ts'
import { isTemporaryName } from '../../../base/node/temporary.ts'
import { LEFT_OUT, LIBRARY_PREFIX, type BackupManifest } from '../backup-manifest.ts'
import type { DraftsErrorCode } from '../contract.ts'
import { writeArchive, type ArchivedFile } from './archive-writer.ts'

/** What a backup or a restore did: files of the library, and their bytes unpacked. */
export interface BackupReport {
  readonly files: number
  readonly bytes: number
}

export interface BackupOptions {
  readonly clock: Clock
  readonly signal?: AbortSignal | undefined
  /** Hears of files written, of about so many; then of bytes read back, of so many. */
  readonly onProgress?: ((phase: 'writing' | 'checking', done: number, total: number) => void) | undefined
}

/**
 * Writes a library into one archive, as `writeArchive` does. The library may be in use: each file is one whole
 * generation. The outbox is read before the ledger, so that an entry that is confirmed in between is found waiting and
 * looked up, never missing from both.
 */
export async function backupLibrary(
  folder: string,
  file: string,
  { clock, signal, onProgress }: BackupOptions,
): Promise<BackupReport> {
  const target = resolve(file)
  const root = await findRoot(resolve(folder))
  await checkOutside(root, target)
  const total = onProgress === undefined ? 0 : await countFiles(root)
  const manifest = await writeArchive(target, readFiles(root), {
    ...{ prefix: LIBRARY_PREFIX, createdAt: toIso(clock.now()), signal },
    // Files that are made while it is written come along.
    onFile: (done) => onProgress?.('writing', done, Math.max(done, total)),
    onChecked: (done, bytes) => onProgress?.('checking', done, bytes),
  })
  return summarise(manifest)
}

/** How much a manifest lists. */
export function summarise({ files }: BackupManifest): BackupReport {
  return { files: files.length, bytes: files.reduce((sum, file) => sum + file.size, 0) }
}

async function* readFiles(root: string): AsyncGenerator<ArchivedFile> {
  for await (const path of listFiles(root, root)) {
    const bytes = await readWhole(join(root, path))
    if (bytes !== null) yield { path: path.split(sep).join('/'), bytes }
  }
}

async function countFiles(root: string): Promise<number> {
  let count = 0
  for await (const _ of listFiles(root, root)) count += 1
  return count
}

/** Files below a folder in a steady order, without what a backup leaves out. */
export async function* listFiles(root: string, folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    throw toReadError(folder, error)
  })
  const rank = (name: string) => (name === 'outbox' ? `0${name}` : `1${name}`)
  for (const entry of entries.sort((a, b) => (rank(a.name) < rank(b.name) ? -1 : 1))) {
    const path = join(folder, entry.name)
    if (isTemporaryName(entry.name) || (folder === root && LEFT_OUT.has(entry.name))) continue
    if (entry.isDirectory()) yield* listFiles(root, path)
    else if (entry.isFile()) yield relative(root, path)
    else throw new RedaksiError<DraftsErrorCode>('drafts.backup-special-file', { path })
  }
}

/** Null for a file that was removed since it was listed. */
async function readWhole(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path)
  } catch (error) {
    if (readSystemCode(error) === 'ENOENT') return null
    throw toReadError(path, error)
  }
}

/** Fails with `drafts.no-library`. */
export async function findRoot(folder: string): Promise<string> {
  if ((await nodeFiles.stat(join(folder, 'library.json')).catch(() => null)) === null) {
    throw new RedaksiError<DraftsErrorCode>('drafts.no-library', { folder })
  }
  return realpath(folder)
}

/** Fails with `drafts.backup-inside-library` {path}, or as a file is written when there is no such folder. */
export async function checkOutside(root: string, target: string): Promise<void> {
  const place = await realpath(dirname(target)).catch((error: unknown) => {
    throw toWriteError(target, error)
  })
  if (`${join(place, basename(target))}${sep}`.startsWith(`${root}${sep}`)) {
    throw new RedaksiError<DraftsErrorCode>('drafts.backup-inside-library', { path: target })
  }
}
