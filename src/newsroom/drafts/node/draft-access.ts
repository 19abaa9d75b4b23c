import { toIso, type Clock } from '../../../base/clock.ts'
import { isRedaksiError, RedaksiError } from '../../../base/errors.ts'
import type { FileSystem } from '../../../base/node/file-system.ts'
import { createKeyedQueue, type KeyedQueue } from '../../../base/node/keyed-queue.ts'
import type { RandomBytes } from '../../../base/ids.ts'
import type { DraftsErrorCode } from '../contract.ts'
import type { Draft } from '../draft.ts'
import { createSnapshot, isSnapshotDue, type Snapshot, type SnapshotReason } from '../snapshot.ts'
import { createDraftFiles, type DraftFiles } from './draft-files.ts'
import type { Head } from './head.ts'
import { createHistory, type History } from './history.ts'
import type { IndexClient } from './index-client.ts'
import type { LibraryLayout } from './layout.ts'
import type { LibraryMode } from './library.ts'
import { createNewestKept } from './newest-kept.ts'
import { createOrderCounter, type OrderCounter } from './order-counter.ts'

/** What the drafts of an open library work with. */
export interface DraftContext {
  readonly layout: LibraryLayout
  readonly mode: LibraryMode
  readonly clock: Clock
  readonly random: RandomBytes
  readonly files: FileSystem
  readonly index: IndexClient
  /** Initials of who works at this machine, or null; left out, nobody is known. */
  readonly person?: (() => string | null) | undefined
  readonly onWarning: (warning: RedaksiError) => void
}

/** Says what a draft becomes. It may be asked again, with the draft as it turned out to be. */
export type Change = (head: Head) => Promise<Draft> | Draft

/** The way to a draft: one change of it at a time, each on the disk before it is answered for. */
export interface DraftAccess {
  readonly drafts: DraftFiles
  readonly history: History
  readonly order: OrderCounter
  /** The present instant as ISO. */
  stamp(): string
  /** Runs an action on a draft after those before it. Fails with `drafts.read-only` for a reader. */
  alone<T>(id: string, action: () => Promise<T>): Promise<T>
  /** Reads the head, lets it be changed, and writes what comes out; the head itself means that nothing changes. */
  change(id: string, change: Change): Promise<Draft>
  write(draft: Draft): Promise<Draft>
  /** Keeps a revision, by the person of this machine unless told. */
  keep(draft: Draft, reason: SnapshotReason, by?: string): Promise<void>
  /** Keeps a revision that was made elsewhere. */
  keepSnapshot(id: string, snapshot: Snapshot): Promise<void>
  /** Keeps a revision that was just replaced, if its time has come: after the save was answered for. */
  keepReplaced(replaced: Head): void
  /** A revision above the head's and above every kept one. */
  findNextRevision(head: Draft): Promise<number>
  settle(): Promise<void>
}

/** Opens the way to the drafts of a library. */
export function createDraftAccess(context: DraftContext): DraftAccess {
  const { layout, mode, clock, files, index, onWarning } = context
  const drafts = createDraftFiles(layout, files)
  const history = createHistory(layout, files)
  const order = createOrderCounter(layout, () => index.ask('findHighestOrder'), files)
  const queue = createKeyedQueue()
  const newest = createNewestKept(history)
  let lastRefresh = Promise.resolve()

  function alone<T>(id: string, action: () => Promise<T>): Promise<T> {
    if (mode === 'write') return queue.run(id, action)
    return Promise.reject(new RedaksiError<DraftsErrorCode>('drafts.read-only', { folder: layout.folder }))
  }

  async function write(draft: Draft): Promise<Draft> {
    await drafts.write(draft)
    // A row that cannot be written now is read again with the next question; comparing on opening finds it at last.
    lastRefresh = index.refresh(draft.id).catch(() => {})
    return draft
  }

  async function keep(draft: Draft, reason: SnapshotReason, by?: string): Promise<void> {
    await keepSnapshot(draft.id, createSnapshot(draft, reason, by ?? context.person?.() ?? null))
  }

  async function keepSnapshot(id: string, snapshot: Snapshot): Promise<void> {
    await history.keep(id, snapshot)
    newest.note(id, snapshot)
  }

  const writer = { drafts, order, write }
  return {
    ...writer,
    history,
    keep,
    keepSnapshot,
    stamp: () => toIso(clock.now()),
    alone,
    change: (id, change) => alone(id, () => changeDraft(writer, id, change)),
    keepReplaced: (replaced) => keepReplaced({ queue, newest, keep, onWarning }, replaced),
    findNextRevision: async (head) => Math.max(head.revision, (await newest.find(head.id)).revision) + 1,
    async settle() {
      await queue.settle()
      await lastRefresh
    },
  }
}

type Writer = Pick<DraftAccess, 'drafts' | 'order' | 'write'>

/**
 * Changes a draft as it is remembered, and looks whether that is still what stands there only while the new file is
 * flushed. When it is not, or the change was refused, the draft is read, and if it differs the change is made anew.
 */
async function changeDraft(writer: Writer, id: string, change: Change): Promise<Draft> {
  const { drafts, order, write } = writer
  const recalled = drafts.recall(id)
  // A text from outside has no number of its own yet: it is looked at again before anything is made of it.
  const known = recalled?.isOutside === true ? null : recalled
  const head = known ?? (await drafts.read(id))
  order.raise(head.draft.order)
  try {
    const changed = await change(head)
    if (changed !== head.draft || head.isOutside) return await write(changed)
    if (known === null || (await drafts.read(id)) === known) return changed
  } catch (error) {
    if ((await readAgain(drafts, id, head)) === head) throw error
  }
  return changeDraft(writer, id, change)
}

/** On a disk that cannot even be read any more, it is the change that has failed, and that is what is told. */
async function readAgain(drafts: DraftFiles, id: string, head: Head): Promise<Head> {
  return drafts.read(id).catch((error: unknown) => {
    if (isRedaksiError(error, 'base.read-failed')) return head
    throw error
  })
}

interface Keeper extends Pick<DraftAccess, 'keep'> {
  readonly queue: KeyedQueue
  readonly newest: ReturnType<typeof createNewestKept>
  readonly onWarning: DraftContext['onWarning']
}

function keepReplaced({ queue, newest, keep, onWarning }: Keeper, { draft, isOutside }: Head): void {
  const { id, revision } = draft
  async function keepIfDue(): Promise<void> {
    if (isOutside) return keep(draft, 'outside')
    const { at } = await newest.find(id)
    if (isSnapshotDue(at, draft.updatedAt)) await keep(draft, 'work')
  }
  queue.run(id, keepIfDue).catch((error: unknown) => onWarning(toSnapshotWarning(id, revision, error)))
}

function toSnapshotWarning(id: string, revision: number, error: unknown): RedaksiError {
  const reason = isRedaksiError(error) ? error.code : String(error)
  return new RedaksiError<DraftsErrorCode>('drafts.snapshot-failed', { id, revision, reason }, error)
}
