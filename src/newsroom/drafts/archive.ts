import type { ListChoice } from './list.ts'

/** What a target came to hold of a story, and when; `address` is null where it has none. */
export interface PublicationRecord {
  readonly target: string
  readonly kind: 'publish' | 'correct' | 'withdraw'
  readonly at: string
  readonly address: string | null
}

/** A story that went out: what it is called now, and what each target shows or showed. */
export interface ArchiveRow {
  readonly id: string
  readonly headline: string
  readonly status: 'published' | 'corrected' | 'withdrawn'
  /** When the first target had it. */
  readonly publishedAt: string
  /** The newest record of every target that ever held it. */
  readonly targets: readonly PublicationRecord[]
}

/** What a story that went out says of itself, for the office's own count. People stand by their initials. */
export interface PublishedFacts {
  /** The id of the template that it was started from, or null. */
  readonly template: string | null
  readonly categories: readonly string[]
  readonly place: string | null
  readonly writers: readonly string[]
  readonly editors: readonly string[]
  readonly photographers: readonly string[]
}

/** A story of the archive with what it says of itself. */
export interface PublishedStory extends ArchiveRow, PublishedFacts {}

/** Months, both included, as `YYYY-MM`. */
export interface MonthRange {
  readonly from: string
  readonly to: string
}

/** What went out: every month that has any, the latest first, and the stories of one of them, the latest first. */
export interface Archive {
  readonly months: readonly ListChoice[]
  /** `YYYY-MM`: the one asked for, else the latest; null when nothing ever went out. */
  readonly month: string | null
  readonly rows: readonly ArchiveRow[]
}

/** The newest record of each target, in the order of their first. Records come oldest first. */
export function listNewestRecords(records: readonly PublicationRecord[]): readonly PublicationRecord[] {
  const newest = new Map<string, PublicationRecord>()
  for (const record of records) newest.set(record.target, record)
  return [...newest.values()]
}

/** The one word for a story by its targets, as the ledger has it. */
export function getArchiveStatus(targets: readonly PublicationRecord[]): ArchiveRow['status'] {
  if (targets.every(({ kind }) => kind === 'withdraw')) return 'withdrawn'
  return targets.some(({ kind }) => kind === 'correct') ? 'corrected' : 'published'
}
