import { readdir, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { RedaksiError } from '../../../base/errors.ts'
import { nodeFiles, removeFileDurably } from '../../../base/node/durable-write.ts'
import { readSystemCode, toReadError, toWriteError } from '../../../base/node/failures.ts'
import { makeTemporary, removeQuietly } from '../../../base/node/temporary.ts'
import {
  chooseExpired,
  formatBackupName,
  parseBackupName,
  sortNewestFirst,
  type BackupKeep,
  type BackupName,
} from '../backup-plan.ts'
import type { DraftsErrorCode } from '../contract.ts'
import type { StoredBackup } from '../storage-methods.ts'
import { checkOutside, findRoot } from './backup.ts'

/** The part of a library's id that its backups are named with. */
function shortenLibraryId(id: string): string {
  return id.slice(0, 8)
}

/**
 * The backups of a library in a folder, newest first; other files there are nobody's business. Fails with
 * `drafts.backup-folder-gone` {folder} or `base.read-failed`.
 */
export async function listBackups(folder: string, libraryId: string): Promise<readonly StoredBackup[]> {
  const library = shortenLibraryId(libraryId)
  const found: StoredBackup[] = []
  for (const name of await readNames(folder)) {
    const parsed = parseBackupName(name)
    if (parsed === null || parsed.library !== library) continue
    const path = join(folder, name)
    const facts = await stat(path).catch(() => null)
    if (facts === null || !facts.isFile()) continue
    const { sequence, day, time } = parsed
    found.push({ path, sequence, day, time, bytes: facts.size })
  }
  return sortNewestFirst(found)
}

/** The path of the next backup. Its number is above all that are there. */
export function nameNextBackup(
  folder: string,
  known: readonly Pick<BackupName, 'sequence'>[],
  { libraryId, ...at }: Pick<BackupName, 'day' | 'time'> & { readonly libraryId: string },
): string {
  const sequence = Math.max(0, ...known.map((backup) => backup.sequence)) + 1
  return join(folder, formatBackupName({ library: shortenLibraryId(libraryId), sequence, ...at }))
}

/**
 * Removes backups that the plan no longer asks for. Called only once a newer one has been written and read back; one that
 * cannot be removed stays, and is tried again after the next.
 */
export async function removeExpired(folder: string, libraryId: string, keep: BackupKeep): Promise<void> {
  for (const { path } of chooseExpired(await listBackups(folder, libraryId), keep)) {
    await removeFileDurably(path).catch(() => {})
  }
}

/**
 * Makes sure that backups of a library can be written to a folder: it is there, it lies outside the library, and a file
 * can be made in it. Fails with `drafts.backup-folder-gone`, `drafts.backup-inside-library`, or as a file is written.
 */
export async function checkBackupFolder(library: string, folder: string): Promise<void> {
  await readNames(folder)
  const trial = join(folder, 'redaksi')
  await checkOutside(await findRoot(resolve(library)), trial)
  try {
    const { temporary, made } = await makeTemporary(trial, (name) => nodeFiles.create(name))
    await made.close()
    await removeQuietly(temporary, nodeFiles)
  } catch (error) {
    throw toWriteError(folder, error)
  }
}

async function readNames(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (readSystemCode(error) !== 'ENOENT' && readSystemCode(error) !== 'ENOTDIR')
      throw toReadError(folder, error)
    throw new RedaksiError<DraftsErrorCode>('drafts.backup-folder-gone', { folder }, error)
  }
}
