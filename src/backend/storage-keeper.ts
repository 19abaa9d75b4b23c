import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { isBackupDue, type BackupPlan, type StorageState } from '../newsroom/drafts/index.ts'
import { checkBackupFolder } from '../newsroom/drafts/node/index.ts'
import { startBackup, startDrill, startRestore } from './storage-tasks.ts'
import {
  compose,
  FOLDER_GONE,
  openOwnSettings,
  readOfficeClock,
  refresh,
  tell,
  type Keeper,
  type StorageKeeperOptions,
} from './storage-view.ts'

/**
 * Keeps the library from being lost while the interface is open. It promises that a backup that is due is made without
 * anybody thinking of it, beside the writing and never in its way; that one which could not be made is said and tried
 * again; and that nothing is removed before its successor was written and read back.
 */
export interface StorageKeeper {
  state(): Promise<StorageState>
  plan(plan: BackupPlan | null): Promise<StorageState>
  backUp(): Promise<StorageState>
  drill(): Promise<StorageState>
  restore(request: { readonly path: string; readonly folder: string }): Promise<StorageState>
  stop(): Promise<StorageState>
  hushSynced(): Promise<StorageState>
  /** Stops what is being done, and resolves when nothing of it is left. */
  close(): Promise<void>
}

const CHECK_EVERY = 5 * 60_000
/** The start belongs to the person who writes. */
const FIRST_CHECK = 30_000

/** Starts keeping. */
export function startStorageKeeper(options: StorageKeeperOptions): StorageKeeper {
  const keeper: Keeper = {
    ...options,
    ...{ plan: null, backups: [], synced: null, problem: null, task: null, outcome: null },
    ...{ stopping: new AbortController(), running: Promise.resolve(), notBefore: 0, isClosed: false },
    timer: null,
  }
  if (options.isKeeping) checkLater(keeper, Math.min(FIRST_CHECK, options.checkEvery ?? FIRST_CHECK))
  const answer = async (): Promise<StorageState> => {
    await refresh(keeper)
    return compose(keeper)
  }
  return {
    state: answer,
    async plan(plan) {
      await changePlan(keeper, plan)
      await checkNow(keeper)
      return answer()
    },
    async backUp() {
      await refresh(keeper)
      startBackup(keeper)
      return compose(keeper)
    },
    async drill() {
      await refresh(keeper)
      startDrill(keeper)
      return compose(keeper)
    },
    async restore({ path, folder }) {
      startRestore(keeper, resolveTyped(path), resolveTyped(folder))
      return answer()
    },
    async stop() {
      keeper.stopping.abort()
      await keeper.running
      return answer()
    },
    async hushSynced() {
      const { id, folder } = keeper.newsroom.library
      await openOwnSettings(keeper).change((known) => ({
        ...known,
        knownSynced: { ...known.knownSynced, [id]: folder },
      }))
      return answer()
    },
    async close() {
      keeper.isClosed = true
      if (keeper.timer !== null) clearTimeout(keeper.timer)
      keeper.stopping.abort()
      await keeper.running
    },
  }
}

/** What a person types may begin with the sign for their home. */
function resolveTyped(path: string): string {
  return resolve(/^~[/\\]/.test(path) ? join(homedir(), path.slice(2)) : path)
}

async function changePlan(keeper: Keeper, plan: BackupPlan | null): Promise<void> {
  const { library } = keeper.newsroom
  const changed = plan === null ? null : { ...plan, folder: resolveTyped(plan.folder) }
  if (changed !== null) await checkBackupFolder(library.folder, changed.folder)
  await openOwnSettings(keeper).change((known) => {
    const { [library.id]: _former, ...others } = known.backups ?? {}
    return { ...known, backups: changed === null ? others : { ...others, [library.id]: changed } }
  })
  keeper.problem = null
  keeper.notBefore = 0
}

function checkLater(keeper: Keeper, milliseconds: number): void {
  if (keeper.isClosed) return
  keeper.timer = setTimeout(() => {
    checkNow(keeper)
      .catch((error: unknown) => keeper.onBug(error, 'storage.check'))
      .finally(() => checkLater(keeper, keeper.checkEvery ?? CHECK_EVERY))
  }, milliseconds)
  keeper.timer.unref()
}

/** Makes a backup when one is due. One that was missed is due at the next start. */
async function checkNow(keeper: Keeper): Promise<void> {
  if (!keeper.isKeeping || keeper.task !== null) return
  const before = keeper.problem?.code
  await refresh(keeper)
  const { plan, backups, problem } = keeper
  if (problem?.code !== before) tell(keeper)
  if (plan === null || keeper.isClosed || problem?.code === FOLDER_GONE) return
  if (keeper.task !== null || performance.now() < keeper.notBefore) return
  if (isBackupDue(backups, plan.every, readOfficeClock(keeper).day)) startBackup(keeper)
}
