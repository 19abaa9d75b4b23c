import { sep } from 'node:path'
import { isRedaksiError, RedaksiError } from '../base/errors.ts'
import type { DraftsErrorCode, StorageOutcome, StorageTask } from '../newsroom/drafts/index.ts'
import {
  checkBackupFolder,
  nameNextBackup,
  removeExpired,
  startStorageWork,
} from '../newsroom/drafts/node/index.ts'
import { FOLDER_GONE, readOfficeClock, refresh, tell, toProblem, type Keeper } from './storage-view.ts'

/** A disk that was full is not filled again every few minutes. */
const RETRY_AFTER = 60 * 60_000

/** Fails with `drafts.no-backup-folder` or `drafts.storage-busy`. */
export function startBackup(keeper: Keeper): void {
  const { plan, newsroom } = keeper
  const { id, folder: library } = newsroom.library
  if (plan === null) throw new RedaksiError<DraftsErrorCode>('drafts.no-backup-folder')
  const path = nameNextBackup(plan.folder, keeper.backups, { libraryId: id, ...readOfficeClock(keeper) })
  begin(keeper, 'backup', async (options) => {
    await checkBackupFolder(library, plan.folder)
    const now = newsroom.surroundings.clock.now()
    const report = await startStorageWork({ kind: 'backup', library, path, now }, options)
    await removeExpired(plan.folder, id, plan.keep)
    keeper.problem = null
    return { kind: 'backup', path, ...report }
  })
}

/** Fails with `drafts.no-backup-folder`, `drafts.no-backup` or `drafts.storage-busy`. */
export function startDrill(keeper: Keeper): void {
  const { plan, backups, problem } = keeper
  if (plan === null) throw new RedaksiError<DraftsErrorCode>('drafts.no-backup-folder')
  const { folder } = plan
  if (problem?.code === FOLDER_GONE) throw new RedaksiError<DraftsErrorCode>(FOLDER_GONE, { folder })
  const [newest] = backups
  if (newest === undefined) throw new RedaksiError<DraftsErrorCode>('drafts.no-backup', { folder })
  const library = keeper.newsroom.library.folder
  begin(keeper, 'drill', async (options) => {
    return {
      kind: 'drill',
      ...(await startStorageWork({ kind: 'drill', library, path: newest.path }, options)),
    }
  })
}

/** Fails with `drafts.folder-not-empty` for a place in the library, or `drafts.storage-busy`. */
export function startRestore(keeper: Keeper, path: string, folder: string): void {
  const library = keeper.newsroom.library.folder
  if (`${folder}${sep}`.startsWith(`${library}${sep}`))
    throw new RedaksiError<DraftsErrorCode>('drafts.folder-not-empty', { folder })
  begin(keeper, 'restore', async (options) => {
    return {
      kind: 'restore',
      folder,
      ...(await startStorageWork({ kind: 'restore', path, folder }, options)),
    }
  })
}

type Work = (options: NonNullable<Parameters<typeof startStorageWork>[1]>) => Promise<StorageOutcome>

function begin(keeper: Keeper, kind: StorageTask['kind'], work: Work): void {
  if (keeper.task !== null) throw new RedaksiError<DraftsErrorCode>('drafts.storage-busy')
  const stopping = new AbortController()
  keeper.stopping = stopping
  keeper.outcome = null
  keeper.task = { kind, phase: kind === 'backup' ? 'writing' : 'checking', done: 0, total: 0 }
  const onProgress = (phase: StorageTask['phase'], done: number, total: number) => {
    keeper.task = { kind, phase, done, total }
    tell(keeper)
  }
  keeper.running = finish(keeper, kind, work({ signal: stopping.signal, onProgress }))
  tell(keeper)
}

async function finish(
  keeper: Keeper,
  kind: StorageTask['kind'],
  working: Promise<StorageOutcome>,
): Promise<void> {
  try {
    keeper.outcome = await working
  } catch (error) {
    const isStopped = isRedaksiError(error, 'drafts.storage-stopped')
    const problem = toProblem(keeper, error)
    if (!isStopped) keeper.outcome = { kind: 'failed', task: kind, problem }
    if (kind === 'backup') {
      // Who stops a backup does not want it begun again at once.
      keeper.notBefore = performance.now() + RETRY_AFTER
      if (!isStopped) keeper.problem = problem
    }
  }
  keeper.task = null
  await refresh(keeper).catch((error: unknown) => keeper.onBug(error, 'storage.refresh'))
  tell(keeper)
}
