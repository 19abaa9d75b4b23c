import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readdir, readFile, realpath } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { Header, Pack, ReadEntry } from 'tar'
import { toIso, type Clock } from '../../../base/clock.ts'
import { RedaksiError } from '../../../base/errors.ts'
import { nodeFiles } from '../../../base/node/durable-write.ts'
import { readSystemCode, toReadError, toWriteError } from '../../../base/node/failures.ts'
import type { OpenFile } from '../../../base/node/file-system.ts'
import { encodeJson } from '../../../base/node/json-file.ts'
import { isTemporaryName, makeTemporary, removeQuietly } from '../../../base/node/temporary.ts'
import {
  LEFT_OUT,
  LIBRARY_PREFIX,
  MANIFEST_NAME,
  type BackupFile,
  type BackupManifest,
} from '../backup-manifest.ts'
import type { DraftsErrorCode } from '../contract.ts'
import { readArchive } from './archive-reader.ts'

/** What a backup or a restore did: files of the library, and their bytes unpacked. */
export interface BackupReport {
  readonly files: number
  readonly bytes: number
}

/**
 * Writes a library into one `.tar.gz`, with a manifest of every file. It is written beside its place, flushed, read
 * back and compared; only then does it take its name, so a former backup under that name is replaced by a good one or
 * not at all. The library may be in use: each file is one whole generation. The outbox is read before the ledger, so
 * that an entry that is confirmed in between is found waiting and looked up, never missing from both.
 */
export async function backupLibrary(
  folder: string,
  file: string,
  { clock }: { readonly clock: Clock },
): Promise<BackupReport> {
  const target = resolve(file)
  const root = await findRoot(resolve(folder))
  await checkOutside(root, target)
  let temporary: string | null = null
  try {
    const started = await makeTemporary(target, (name) => nodeFiles.create(name))
    temporary = started.temporary
    const manifest = await writeArchive(root, started.made, toIso(clock.now()))
    await readArchive(temporary)
    await nodeFiles.rename(temporary, target)
    await nodeFiles.syncFolder(dirname(target))
    return summarise(manifest)
  } catch (error) {
    if (temporary !== null) await removeQuietly(temporary, nodeFiles)
    throw toWriteError(target, error)
  }
}

/** How much a manifest lists. */
export function summarise({ files }: BackupManifest): BackupReport {
  return { files: files.length, bytes: files.reduce((sum, file) => sum + file.size, 0) }
}

async function writeArchive(root: string, file: OpenFile, createdAt: string): Promise<BackupManifest> {
  const pack = new Pack({ gzip: true, portable: true })
  const writing = (async () => {
    for await (const chunk of pack) await file.write(chunk)
  })()
  writing.catch(() => {})
  try {
    const files: BackupFile[] = []
    for await (const path of listFiles(root, root)) {
      const bytes = await readWhole(join(root, path))
      if (bytes === null) continue
      const name = path.split(sep).join('/')
      files.push({ path: name, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') })
      await Promise.race([addEntry(pack, LIBRARY_PREFIX + name, bytes), writing])
    }
    const manifest: BackupManifest = { schema: 1, createdAt, files }
    await Promise.race([addEntry(pack, MANIFEST_NAME, encodeJson(manifest)), writing])
    pack.end()
    await writing
    await file.sync()
    return manifest
  } finally {
    await file.close()
  }
}

/** Files below a folder in a steady order, without what a backup leaves out. */
async function* listFiles(root: string, folder: string): AsyncGenerator<string> {
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

async function addEntry(pack: Pack, path: string, bytes: Uint8Array): Promise<void> {
  const entry = new ReadEntry(
    new Header({ path, size: bytes.length, mode: 0o600, type: 'File', mtime: new Date(0) }),
  )
  const ended = once(entry, 'end')
  pack.add(entry)
  entry.end(Buffer.from(bytes))
  await ended
}

async function findRoot(folder: string): Promise<string> {
  if ((await nodeFiles.stat(join(folder, 'library.json')).catch(() => null)) === null) {
    throw new RedaksiError<DraftsErrorCode>('drafts.no-library', { folder })
  }
  return realpath(folder)
}

async function checkOutside(root: string, target: string): Promise<void> {
  const place = await realpath(dirname(target)).catch((error: unknown) => {
    throw toWriteError(target, error)
  })
  if (`${join(place, basename(target))}${sep}`.startsWith(`${root}${sep}`)) {
    throw new RedaksiError<DraftsErrorCode>('drafts.backup-inside-library', { path: target })
  }
}
