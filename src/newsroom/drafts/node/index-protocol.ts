import type { LibraryIndex } from './library-index.ts'
import type { IndexWarning } from './index-update.ts'
import type { LibraryMode } from './library.ts'

/** What the index's worker is started with. */
export interface IndexWorkerData {
  readonly folder: string
  readonly mode: LibraryMode
}

export type IndexMethod = keyof LibraryIndex
export type IndexArguments<M extends IndexMethod> = Parameters<LibraryIndex[M]>
export type IndexAnswer<M extends IndexMethod> = ReturnType<LibraryIndex[M]>

/** A question to the worker: questions are answered in the order in which they are asked. */
export interface IndexQuestion<M extends IndexMethod = IndexMethod> {
  readonly number: number
  readonly method: M
  readonly args: IndexArguments<M>
}

/** What the worker says: an answer, a failure in words for the log, or news while it works. */
export type IndexMessage =
  | { readonly kind: 'answer'; readonly number: number; readonly value: unknown }
  | { readonly kind: 'failure'; readonly number: number; readonly reason: string }
  | { readonly kind: 'warning'; readonly warning: IndexWarning }
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
