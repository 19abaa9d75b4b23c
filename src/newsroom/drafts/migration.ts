/** The kinds of stored documents that a migration may have to change. */
export type StoredKind = 'house' | 'targets' | 'draft' | 'snapshot'

/**
 * One step of the library's format: it turns a document of the format before into one of `format`.
 * A pure function that leaves a document of the new format as it is, for a run that was killed in the middle meets
 * some of each.
 */
export interface Migration {
  readonly format: number
  readonly migrate: (kind: StoredKind, value: unknown) => unknown
}

/** The format of a library that knows no migrations. */
export const FIRST_FORMAT = 1

/** Every step so far, in order. The last one's format is what this Redaksi writes. */
export const MIGRATIONS: readonly Migration[] = []

/** The newest format that these migrations lead to. */
export function getSupportedFormat(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.format ?? FIRST_FORMAT
}
