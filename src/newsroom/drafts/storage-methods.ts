import { z } from 'zod'
import type { ErrorDetails } from '../../base/errors.ts'
import { declareOffer, typed } from '../../base/offer.ts'
import { BACKUP_PERIODS, type BackupName, type BackupPlan } from './backup-plan.ts'
import type { SyncService } from './synced-folder.ts'

/** How much a library holds. */
export interface LibrarySize {
  readonly bytes: number
  readonly drafts: number
  readonly photos: number
}

/** A backup in the chosen folder. */
export interface StoredBackup extends Pick<BackupName, 'sequence' | 'day' | 'time'> {
  /** An absolute path. */
  readonly path: string
  readonly bytes: number
}

/** What is being done: `done` of `total` steps of a phase; while `total` is 0 it is not known how many there are. */
export interface StorageTask {
  readonly kind: 'backup' | 'drill' | 'restore'
  readonly phase: 'writing' | 'checking' | 'restoring' | 'comparing'
  readonly done: number
  readonly total: number
}

/** What a restore drill has found. */
export interface DrillReport extends LibrarySize {
  /** The backup's path, and when it was made. */
  readonly path: string
  readonly createdAt: string
  readonly files: number
  /** What is not as it should be in the restored library; 0 is what a backup promises. */
  readonly problems: number
  /** Drafts that were made, or changed, since the backup. */
  readonly newer: number
}

/** A failure as the page says it. */
export interface StorageProblem {
  readonly code: string
  readonly details: ErrorDetails
}

/** How the last task of this run ended. */
export type StorageOutcome =
  | { readonly kind: 'backup'; readonly path: string; readonly files: number; readonly bytes: number }
  | { readonly kind: 'restore'; readonly folder: string; readonly files: number; readonly bytes: number }
  | ({ readonly kind: 'drill' } & DrillReport)
  | { readonly kind: 'failed'; readonly task: StorageTask['kind']; readonly problem: StorageProblem }

/** Where the library lies, and how it is kept from being lost. */
export interface StorageState {
  readonly folder: string
  /** The program that copies the library's folder to other machines; null when there is none, or the person knows. */
  readonly synced: SyncService | null
  readonly plan: BackupPlan | null
  /** Newest first. */
  readonly backups: readonly StoredBackup[]
  /** Why the last backup was not made, or the chosen folder cannot be read; null when all is well. */
  readonly problem: StorageProblem | null
  readonly task: StorageTask | null
  readonly outcome: StorageOutcome | null
}

const count = (most: number) => z.int().min(0).max(most)

/** The parser of a plan. */
export const backupPlanSchema: z.ZodType<BackupPlan> = z.strictObject({
  folder: z.string().min(1).max(4_000),
  every: z.enum(BACKUP_PERIODS),
  keep: z.strictObject({ daily: z.int().min(1).max(60), weekly: count(60), monthly: count(120) }),
})

const nothing = z.strictObject({})
const path = z.string().min(1).max(4_000)

/** What the keeping of the library offers to the interface. Tasks go on by themselves; events tell how far they are. */
export const storageOffer = declareOffer({
  methods: {
    state: { input: nothing, reply: typed<StorageState>() },
    /** Counts what the library holds; of a large one that takes seconds. */
    measure: { input: nothing, reply: typed<LibrarySize>() },
    /**
     * Chooses where and how often backups are made, or with null that none are. The folder must be there, be writable
     * and lie outside the library. The first backup begins at once when one is due.
     */
    plan: { input: z.strictObject({ plan: backupPlanSchema.nullable() }), reply: typed<StorageState>() },
    /** Begins a backup into the chosen folder. */
    backUp: { input: nothing, reply: typed<StorageState>() },
    /** Begins to restore the newest backup into a folder for the time being, to see that it can be. */
    drill: { input: nothing, reply: typed<StorageState>() },
    /** Begins to make a library of a backup in a folder that is missing or empty. */
    restore: { input: z.strictObject({ path, folder: path }), reply: typed<StorageState>() },
    /** Ends what is being done; nothing of it stays. */
    stop: { input: nothing, reply: typed<StorageState>() },
    /** The person knows that the library's folder is synced, and need not be told again. */
    hushSynced: { input: nothing, reply: typed<StorageState>() },
  },
  events: {
    changed: typed<StorageState>(),
  },
})
