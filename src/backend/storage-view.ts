import { toIso } from '../base/clock.ts'
import { isRedaksiError } from '../base/errors.ts'
import type {
  BackupPlan,
  DraftsErrorCode,
  StorageOutcome,
  StorageProblem,
  StorageState,
  StorageTask,
  StoredBackup,
  SyncService,
} from '../newsroom/drafts/index.ts'
import { findSyncedPlace, listBackups } from '../newsroom/drafts/node/index.ts'
import { formatOfficeTime } from '../newsroom/formats/index.ts'
import type { Newsroom } from './newsroom.ts'
import { openSettings } from './settings.ts'

export interface StorageKeeperOptions {
  readonly newsroom: Pick<Newsroom, 'library' | 'house' | 'surroundings'>
  readonly tell: (state: StorageState) => void
  readonly onBug: (error: unknown, at: string) => void
  /** Whether backups are made by themselves. */
  readonly isKeeping: boolean
  /** How often it is looked whether one is due, in milliseconds. */
  readonly checkEvery?: number | undefined
}

/** What is known of the library's keeping while the interface is open. */
export interface Keeper extends StorageKeeperOptions {
  plan: BackupPlan | null
  backups: readonly StoredBackup[]
  synced: SyncService | null
  problem: StorageProblem | null
  task: StorageTask | null
  outcome: StorageOutcome | null
  stopping: AbortController
  running: Promise<void>
  /** By the machine's own counter, in milliseconds: the wall clock may be set. */
  notBefore: number
  timer: NodeJS.Timeout | null
  isClosed: boolean
}

/** The settings of this machine. */
export function openOwnSettings({ newsroom }: Keeper) {
  return openSettings(newsroom.surroundings.configFolder)
}

/** What the interface is told. */
export function compose(keeper: Keeper): StorageState {
  const { plan, backups, synced, problem, task, outcome, newsroom } = keeper
  return { folder: newsroom.library.folder, plan, backups, synced, problem, task, outcome }
}

/** Tells the interface. */
export function tell(keeper: Keeper): void {
  if (!keeper.isClosed) keeper.tell(compose(keeper))
}

/** Reads what may have changed outside: the settings, and what lies in the chosen folder. */
export async function refresh(keeper: Keeper): Promise<void> {
  const { id, folder } = keeper.newsroom.library
  const { backups, knownSynced } = await openOwnSettings(keeper).read()
  keeper.plan = backups?.[id] ?? null
  const isKnown = knownSynced?.[id] === folder
  keeper.synced = isKnown ? null : await findSyncedPlace(folder, keeper.newsroom.surroundings.env)
  if (keeper.plan === null) {
    keeper.backups = []
    keeper.problem = null
    return
  }
  try {
    keeper.backups = await listBackups(keeper.plan.folder, id)
    // The disk is in again.
    if (keeper.problem?.code === FOLDER_GONE) keeper.problem = null
  } catch (error) {
    keeper.backups = []
    keeper.problem = toProblem(keeper, error)
  }
}

/** The one problem that may go by itself: a disk that is put in again. */
export const FOLDER_GONE: DraftsErrorCode = 'drafts.backup-folder-gone'

/** The day (`YYYY-MM-DD`) and the time (`HHMM`) in the office. */
export function readOfficeClock({ newsroom }: Keeper): { readonly day: string; readonly time: string } {
  const { clock } = newsroom.surroundings
  const text = formatOfficeTime(toIso(clock.now()), newsroom.house.organisation.zone)
  return { day: text.slice(0, 10), time: text.slice(11, 16).replace(':', '') }
}

/** A failure as the interface says it; a bug is heard of elsewhere. */
export function toProblem(keeper: Keeper, error: unknown): StorageProblem {
  if (isRedaksiError(error)) return { code: error.code, details: error.details }
  keeper.onBug(error, 'storage')
  return { code: 'bridge.bug', details: {} }
}
