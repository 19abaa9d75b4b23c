import { z } from 'zod'
import { parseStory, type Story } from '../story/index.ts'
import type { Draft } from './draft.ts'

/** The version of a stored snapshot's shape. */
export const SNAPSHOT_SCHEMA = 1

/**
 * Why a revision was kept. `outside`: the file was changed by hand; `emptied`: the text was about to go; `named`: it was
 * given a name; `handover`: it went to a colleague's library, or came from one.
 */
export const SNAPSHOT_REASONS = [
  'create',
  'open',
  'close',
  'work',
  'sign-off',
  'publish',
  'send',
  'accept',
  'restore',
  'outside',
  'emptied',
  'named',
  'handover',
] as const

export type SnapshotReason = (typeof SNAPSHOT_REASONS)[number]

/** One revision of a story, kept as it was. It is written once and never changed. */
export interface Snapshot {
  readonly schema: typeof SNAPSHOT_SCHEMA
  readonly revision: number
  readonly at: string
  readonly reason: SnapshotReason
  /** Initials of who worked at this machine, or signed it off; left out where nobody said who they are. */
  readonly by?: string | undefined
  readonly story: Story
}

/** What a list of revisions shows. */
export interface RevisionInfo extends Pick<Snapshot, 'revision' | 'at' | 'reason'> {
  /** Initials of who kept it; null where they are not known. */
  readonly by: string | null
  /** The name that somebody gave it, or null. */
  readonly name: string | null
  /** Initials of the editor whose sign-off stands, if it is of this revision; else null. */
  readonly signedOffBy: string | null
  /** Words in its blocks. */
  readonly words: number
  /** Words that came and went since the kept revision before; the first has gained all of its own. */
  readonly gained: number
  readonly lost: number
}

const snapshotSchema = z.strictObject({
  schema: z.literal(SNAPSHOT_SCHEMA),
  revision: z.int().min(1),
  at: z.iso.datetime(),
  reason: z.enum(SNAPSHOT_REASONS),
  by: z.string().min(1).max(100).optional(),
  story: z.unknown().transform(parseStory),
})

/** Reads a snapshot from untrusted data. Throws zod's error, which names the place, when it is not one. */
export function parseSnapshot(value: unknown): Snapshot {
  return snapshotSchema.parse(value)
}

/** Work between two snapshots, in milliseconds. */
const SNAPSHOT_INTERVAL = 10 * 60_000

/** A revision as it is kept. Its `at` is when it was saved; `by` are initials, or null. */
export function createSnapshot(
  { revision, updatedAt, story }: Pick<Draft, 'revision' | 'updatedAt' | 'story'>,
  reason: SnapshotReason,
  by: string | null,
): Snapshot {
  return { schema: SNAPSHOT_SCHEMA, revision, at: updatedAt, reason, ...(by === null ? {} : { by }), story }
}

/**
 * Whether a revision is far enough from the last kept one, by the instants at which both were saved, to be kept too.
 * A clock that was set back counts as time gone by.
 */
export function isSnapshotDue(lastAt: string | null, at: string): boolean {
  return lastAt === null || Math.abs(Date.parse(at) - Date.parse(lastAt)) >= SNAPSHOT_INTERVAL
}
