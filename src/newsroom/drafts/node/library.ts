import type { Clock } from '../../../base/clock.ts'
import type { RedaksiError } from '../../../base/errors.ts'
import type { RandomBytes } from '../../../base/ids.ts'
import type { FileSystem } from '../../../base/node/file-system.ts'
import type { House, LastUsed, Use } from '../../house/index.ts'
import type { Story } from '../../story/index.ts'
import type { Draft, Source } from '../draft.ts'
import type { Elsewhere } from '../elsewhere.ts'
import type { JoinRequest, KeptDraft } from '../kept-draft.ts'
import type { Archive, MonthRange, PublishedStory } from '../archive.ts'
import type { DraftList, ListChoices, ListFilter, ListRequest, QueuedStatus } from '../list.ts'
import type { Migration } from '../migration.ts'
import type { SignOffRequest } from '../revise.ts'
import type { RevisionInfo, SnapshotReason } from '../snapshot.ts'
import type { HolderPlaces } from './lock.ts'

export type LibraryMode = 'read' | 'write'

export interface OpenLibraryOptions {
  /** One process writes a library; any number read it. */
  readonly mode: LibraryMode
  readonly clock: Clock
  readonly random: RandomBytes
  /** Where the process that holds the library answers, told to a second one. */
  readonly address?: string
  /** The bundled index worker; found beside the code unless told. */
  readonly workerUrl?: URL
  /** Hears what should be told to a person but stops nothing: a damaged draft in the list, a snapshot not kept. */
  readonly onWarning?: (warning: RedaksiError) => void
  /** Hears how far a long rebuild of the index is. */
  readonly onProgress?: (progress: IndexProgress) => void
  readonly files?: FileSystem
  /** Initials of who works at this machine, or null; asked whenever a revision is kept. */
  readonly person?: () => string | null
  readonly migrations?: readonly Migration[]
}

/** Drafts read so far, of those that have to be read. */
export interface IndexProgress {
  readonly done: number
  readonly total: number
}

/** An open library. */
export interface Library {
  readonly folder: string
  readonly id: string
  readonly mode: LibraryMode
  readonly drafts: DraftStore
  readHouse(): Promise<House>
  writeHouse(house: House): Promise<void>
  /** What the next story starts with. */
  readLastUsed(): Promise<LastUsed>
  /** Notes what was just used. Fails with `drafts.read-only`, and as a file is written. */
  noteUse(use: Use): Promise<LastUsed>
  /** How many days a draft stays in the trash; null for ever. */
  readTrashDays(): Promise<number | null>
  /** Fails with `drafts.read-only`, and as a file is written. */
  writeTrashDays(days: number | null): Promise<void>
  /** Says anew where this process answers. */
  announce(places: HolderPlaces): Promise<void>
  /** Waits for what is being written, then lets go of the lock. */
  close(): Promise<void>
}

export interface SaveRequest {
  /** The revision that the text was edited from. */
  readonly baseRevision: number
  readonly story: Story
  /** The person has said that the text may go. */
  readonly allowEmpty?: boolean
}

/** What a recovery did: where the damaged bytes are now, and which revision stands in their place. */
export interface Recovery {
  readonly id: string
  /** Null when the file was missing. */
  readonly quarantine: string | null
  readonly from: 'previous' | 'snapshot'
  readonly revision: number
}

/** The drafts of a library. What it returns is on the disk; what it refuses leaves the disk as it was. */
export interface DraftStore {
  create(story: Story, options?: { readonly source?: Source; readonly template?: string }): Promise<Draft>
  /** Fails with `drafts.not-found` or `drafts.damaged`. */
  read(id: string): Promise<Draft>
  /** Fails with `drafts.conflict` when the base is not the head, with `drafts.would-empty` when the text would go. */
  save(id: string, request: SaveRequest): Promise<Draft>
  /** Signs the head off; with `revision`, only when that is the head (`drafts.conflict`). */
  signOff(id: string, request: SignOffRequest): Promise<Draft>
  /** Takes the sign-off away: what it was of is no longer there. */
  dropSignOff(id: string): Promise<Draft>
  markInReview(id: string): Promise<Draft>
  trash(id: string): Promise<Draft>
  untrash(id: string): Promise<Draft>
  /** Deletes a draft in the trash for good. Fails with `drafts.not-trashed`, and as a file is written. */
  remove(id: string): Promise<void>
  /** A draft with all that is kept of its past. Fails as `read` does. */
  readKept(id: string): Promise<KeptDraft>
  /**
   * Takes a draft in that comes from another library, under its own id: whole, or not at all. Its `order` is taken anew.
   * Fails with `drafts.already-there`, and as a file is written.
   */
  adopt(kept: KeptDraft): Promise<Draft>
  /** Puts a colleague's state in the head's place, which is kept. Fails with `drafts.conflict`, and as a file is written. */
  join(id: string, request: JoinRequest): Promise<Draft>
  /** Notes what other libraries say of a story; its revision stays. */
  noteElsewhere(id: string, told: readonly Elsewhere[]): Promise<Draft>
  /** The story may be published from here, whatever other libraries said so far. */
  settleElsewhere(id: string): Promise<Draft>
  /** The full id for an id or the beginning of one. Fails with `drafts.not-found` or `drafts.ambiguous-id`. */
  resolveId(idOrPrefix: string): Promise<string>
  /** The revisions that were kept, newest first. */
  listRevisions(id: string): Promise<readonly RevisionInfo[]>
  /** The head, or a kept revision. Fails with `drafts.revision-not-found`. */
  readRevision(id: string, revision: number): Promise<Story>
  /**
   * Keeps the head as a snapshot; one that is kept already is left as it is, unless it is now kept for a reason that
   * lasts. Returns its revision.
   */
  keepSnapshot(id: string, reason: SnapshotReason): Promise<number>
  /**
   * Gives a revision a name, or, with null, takes it away; the head is kept first. A named one is never thinned.
   * Fails with `drafts.revision-not-found`.
   */
  nameRevision(id: string, revision: number, name: string | null): Promise<void>
  /**
   * Removes snapshots that are too many for their age, never one that was signed off, published or handed over, or that
   * is named, by a person or by `listNamed`, which is asked only when some may go. A save waits for one of them at most.
   * Returns the removed revisions.
   */
  thinHistory(id: string, listNamed: () => Promise<Iterable<number>>): Promise<readonly number[]>
  list(request?: ListRequest): Promise<DraftList>
  /** The ids of a list, in its order; all of them unless a limit is given. */
  listIds(request?: ListRequest): Promise<readonly string[]>
  /** What the list can be narrowed to. */
  listChoices(filter?: ListFilter): Promise<ListChoices>
  /** What went out, by month (`YYYY-MM`). */
  readArchive(request?: { readonly month?: string }): Promise<Archive>
  /** The stories that first went out in some months, the earliest first, with what they say of themselves. */
  listPublished(months: MonthRange): Promise<readonly PublishedStory[]>
  /** Drafts that have been in the trash since before an ISO instant and that no target is known to show. */
  findExpired(before: string): Promise<readonly string[]>
  /** The draft that was imported from this text, or null. */
  findBySource(sha256: string): Promise<string | null>
  isSlugTaken(slug: string, exceptId?: string): Promise<boolean>
  /** What the outbox says now; it replaces what it said before. */
  setQueuedStatuses(statuses: ReadonlyMap<string, QueuedStatus>): Promise<void>
  /** Reads a draft and its ledger file into the index again. */
  refresh(id: string): Promise<void>
  /**
   * Puts the newest good generation in a damaged draft's place, its bytes in quarantine; null when it is not damaged.
   * Fails with `drafts.not-recoverable`.
   */
  recoverDraft(id: string): Promise<Recovery | null>
  /** Makes a text that was changed by hand, or by a fault, a revision like any other, kept in the history. */
  acceptOutside(id: string): Promise<Draft>
  /** Resolves when nothing is being written and the index knows what was. */
  settle(): Promise<void>
}
