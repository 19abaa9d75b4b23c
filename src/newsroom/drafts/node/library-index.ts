import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { setTimeout } from 'node:timers/promises'
import { readSystemCode } from '../../../base/node/failures.ts'
import { acquireProcessLock, readSqliteCode, type ProcessLock } from '../../../base/node/process-lock.ts'
import type { Archive, MonthRange, PublishedStory } from '../archive.ts'
import type { DraftList, ListChoices, ListFilter, ListRequest, QueuedStatus } from '../list.ts'
import { listPublished, readArchive } from './index-archive.ts'
import { listChoices } from './index-choices.ts'
import { openIndexForReading, openIndexForWriting, openIndexInMemory, removeIndex } from './index-database.ts'
import {
  findBySource,
  findExpired,
  isSlugTaken,
  listDrafts,
  listIds,
  setQueuedStatuses,
} from './index-queries.ts'
import { readOfficeZone } from './index-source.ts'
import { findStale, refreshDraft, updateIndex, type UpdateListener } from './index-update.ts'
import { createIndexWriter, readHighestOrder } from './index-writer.ts'
import { getLayout, type LibraryLayout } from './layout.ts'
import type { LibraryMode } from './library.ts'

/**
 * What the index answers. It is derived: whatever happens to it, it is made anew from the drafts.
 * The file belongs to whoever holds `index/lock`: the process that writes the library, for as long as it is open; or,
 * while there is none, a reader that found it stale, for as long as it mends it. A reader that cannot have the lock uses
 * the file when it is fresh, and otherwise an index of its own in memory, so that it never stands in a writer's way.
 */
export interface LibraryIndex {
  list(request: ListRequest): DraftList
  /** The ids of a list; all of them unless a limit is given. */
  listIds(request: ListRequest): readonly string[]
  listChoices(filter: ListFilter): ListChoices
  readArchive(request: { readonly month?: string }): Archive
  listPublished(months: MonthRange): readonly PublishedStory[]
  /** Drafts that have been in the trash since before an ISO instant and that no target is known to show. */
  findExpired(before: string): readonly string[]
  findBySource(sha256: string): string | null
  isSlugTaken(slug: string, exceptId: string): boolean
  setQueuedStatuses(statuses: ReadonlyMap<string, QueuedStatus>): void
  refresh(id: string): void
  findHighestOrder(): number
  close(): void
}

/** How long to wait for a reader that is mending the index, and for a writer that is about to bring it up to date. */
const WRITER_PATIENCE = 120_000
const READER_PATIENCE = 2_000
const PAUSE = 50

/** Opens a library's index and brings it up to date. */
export async function openLibraryIndex(
  folder: string,
  mode: LibraryMode,
  listener: UpdateListener,
): Promise<LibraryIndex> {
  const layout = getLayout(folder)
  const lock = await takeIndexLock(layout, mode === 'write' ? WRITER_PATIENCE : 0)
  if (lock === 'taken' || lock === 'impossible') {
    const patience = lock === 'taken' ? READER_PATIENCE : 0
    return createIndex(await openWithoutLock(layout, listener, patience), layout, listener, null)
  }
  const database = openUpdated(layout, listener)
  if (mode === 'write') return createIndex(database, layout, listener, lock)
  lock.release()
  return createIndex(database, layout, listener, null)
}

function createIndex(
  opened: DatabaseSync,
  layout: LibraryLayout,
  listener: UpdateListener,
  lock: ProcessLock | null,
): LibraryIndex {
  let database = opened
  let writer = createIndexWriter(database, readOfficeZone(layout))
  const late = new Set<string>()
  let queued: ReadonlyMap<string, QueuedStatus> = new Map()

  /** A damaged index is noticed when it is touched; it is then made anew, and the question is asked again. */
  function answer<T>(question: (database: DatabaseSync) => T): T {
    try {
      catchUp()
      return question(database)
    } catch (error) {
      if (!isDamage(error)) throw error
      database.close()
      if (lock !== null) removeIndex(layout.index)
      database = lock === null ? fillInMemory(layout, listener) : openUpdated(layout, listener)
      writer = createIndexWriter(database, readOfficeZone(layout))
      setQueuedStatuses(database, queued)
      return question(database)
    }
  }

  /** Drafts whose row could not be written then, on a full disk say, are read again now. */
  function catchUp(): void {
    for (const id of late) {
      refreshDraft(database, layout, writer, id, listener)
      late.delete(id)
    }
  }

  return {
    list: (request) => answer((from) => listDrafts(from, request)),
    listIds: (request) => answer((from) => listIds(from, request)),
    listChoices: (filter) => answer((from) => listChoices(from, filter)),
    readArchive: (request) => answer((from) => readArchive(from, request)),
    listPublished: (months) => answer((from) => listPublished(from, months)),
    findExpired: (before) => answer((from) => findExpired(from, before)),
    findBySource: (sha256) => answer((from) => findBySource(from, sha256)),
    isSlugTaken: (slug, exceptId) => answer((from) => isSlugTaken(from, slug, exceptId)),
    setQueuedStatuses(statuses) {
      queued = statuses
      answer((from) => setQueuedStatuses(from, statuses))
    },
    refresh(id) {
      late.add(id)
      answer(() => {})
    },
    findHighestOrder: () => answer(readHighestOrder),
    close() {
      database.close()
      lock?.release()
    },
  }
}

/** The file where it can be written, else an index in memory: a disk that is full or read-only must not stop the list. */
function openUpdated(layout: LibraryLayout, listener: UpdateListener): DatabaseSync {
  for (const attempt of [1, 2]) {
    let database: DatabaseSync | undefined
    try {
      database = openIndexForWriting(layout.index)
      updateIndex(database, layout, listener)
      return database
    } catch (error) {
      database?.close()
      if (readSystemCode(error) === 'unknown') throw error
      if (attempt === 1 && isDamage(error)) removeIndex(layout.index)
    }
  }
  return fillInMemory(layout, listener)
}

async function openWithoutLock(
  layout: LibraryLayout,
  listener: UpdateListener,
  patience: number,
): Promise<DatabaseSync> {
  for (let waited = 0; ; waited += PAUSE) {
    const database = openIfFresh(layout)
    if (database !== null) return database
    if (waited >= patience) return fillInMemory(layout, listener)
    await setTimeout(PAUSE)
  }
}

function openIfFresh(layout: LibraryLayout): DatabaseSync | null {
  try {
    const database = openIndexForReading(layout.index)
    const { changed, removed } = findStale(database, layout)
    if (changed.length === 0 && removed.length === 0) return database
    database.close()
    return null
  } catch {
    // Missing, damaged or being made: it is not fresh, and not this process's to mend.
    return null
  }
}

function fillInMemory(layout: LibraryLayout, listener: UpdateListener): DatabaseSync {
  const database = openIndexInMemory()
  updateIndex(database, layout, listener)
  return database
}

/** The lock, or why there is none: another process has it, or this folder cannot be written. */
async function takeIndexLock(
  layout: LibraryLayout,
  patience: number,
): Promise<ProcessLock | 'taken' | 'impossible'> {
  try {
    mkdirSync(layout.index, { recursive: true, mode: 0o700 })
    for (let waited = 0; ; waited += PAUSE) {
      const lock = await acquireProcessLock(join(layout.index, 'lock'))
      if (lock !== null) return lock
      if (waited >= patience) return 'taken'
      await setTimeout(PAUSE)
    }
  } catch {
    // A disk that is full or read-only: the list must work all the same.
    return 'impossible'
  }
}

/** SQLITE_CORRUPT, SQLITE_NOTADB. */
function isDamage(error: unknown): boolean {
  return [11, 26].includes(readSqliteCode(error))
}
