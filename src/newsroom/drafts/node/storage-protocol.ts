import type { WorkerFailure } from '../../../base/node/worker-failure.ts'
import type { DrillReport, LibrarySize, StorageTask } from '../storage-methods.ts'
import type { BackupReport } from './backup.ts'

/** What the worker is started for. `now` is the instant that a backup says it was made at. */
export type StorageOrder =
  | { readonly kind: 'backup'; readonly library: string; readonly path: string; readonly now: number }
  | { readonly kind: 'drill'; readonly library: string; readonly path: string }
  | { readonly kind: 'restore'; readonly path: string; readonly folder: string }
  | { readonly kind: 'measure'; readonly library: string }

/** What comes of an order. */
export interface StorageResults {
  readonly backup: BackupReport
  readonly drill: DrillReport
  readonly restore: BackupReport
  readonly measure: LibrarySize
}

/** What the worker says; it is told `stop`, and nothing else. A failure without a code is a bug. */
export type StorageMessage =
  | {
      readonly kind: 'progress'
      readonly phase: StorageTask['phase']
      readonly done: number
      readonly total: number
    }
  | { readonly kind: 'result'; readonly result: StorageResults[keyof StorageResults] }
  | WorkerFailure
