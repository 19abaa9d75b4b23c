/**
 * When backups are made by themselves, and how many are kept. It promises the office three things: the newest good backup
 * is never removed; a day without a backup is made up for as soon as the library is open again; and a clock that is set
 * forward or back neither removes backups nor piles them up. So what is kept is counted and never judged by its age, and
 * backups are ordered by the counter in their names.
 */

/** How often a backup is due: once on each new day, week or month of the calendar. */
export const BACKUP_PERIODS = ['day', 'week', 'month'] as const
export type BackupPeriod = (typeof BACKUP_PERIODS)[number]

/** For how many days, weeks and months the last backup of each is kept. */
export interface BackupKeep {
  readonly daily: number
  readonly weekly: number
  readonly monthly: number
}

/** What this machine was told about one library's backups. */
export interface BackupPlan {
  /** An absolute path. */
  readonly folder: string
  readonly every: BackupPeriod
  readonly keep: BackupKeep
}

/** What a plan begins with when a folder is chosen. */
export const FIRST_PLAN: Omit<BackupPlan, 'folder'> = {
  every: 'day',
  keep: { daily: 7, weekly: 4, monthly: 12 },
}

/** A backup as its name tells of it. */
export interface BackupName {
  /** The first eight digits of the library's id: a folder may hold backups of several. */
  readonly library: string
  /** Counts the backups of a library in a folder, from 1. */
  readonly sequence: number
  /** By the office's clock, `YYYY-MM-DD`. */
  readonly day: string
  /** By the office's clock, `HHMM`. */
  readonly time: string
}

const NAME = /^redaksi-([0-9a-f]{8})-(\d{6})-(\d{4}-\d{2}-\d{2})-(\d{4})\.tar\.gz$/

/** `redaksi-1b9d6bcd-000012-2026-11-24-0931.tar.gz`, so that names sort as the backups were made. */
export function formatBackupName({ library, sequence, day, time }: BackupName): string {
  return `redaksi-${library}-${String(sequence).padStart(6, '0')}-${day}-${time}.tar.gz`
}

/** Null for any other file. */
export function parseBackupName(name: string): BackupName | null {
  const [, library, sequence, day, time] = NAME.exec(name) ?? []
  if (library === undefined || sequence === undefined || day === undefined || time === undefined) return null
  return Number.isNaN(Date.parse(day)) ? null : { library, sequence: Number(sequence), day, time }
}

type Dated = Pick<BackupName, 'sequence' | 'day'>

/** Whether a backup is due today (`YYYY-MM-DD`): the newest one is of another day, week or month, earlier or later. */
export function isBackupDue(backups: readonly Dated[], every: BackupPeriod, today: string): boolean {
  const [newest] = sortNewestFirst(backups)
  return newest === undefined || nameStretch(newest.day, every) !== nameStretch(today, every)
}

/** However few are asked for, so many of the newest stay: the one that was just made, and one to fall back on. */
const KEPT_ALWAYS = 2

/**
 * The backups that are no longer needed: neither among the newest, nor the last one of one of the newest days, weeks or
 * months that there are backups of.
 */
export function chooseExpired<Backup extends Dated>(
  backups: readonly Backup[],
  keep: BackupKeep,
): readonly Backup[] {
  const rules = [
    { every: 'day', most: keep.daily, taken: new Set<string>() },
    { every: 'week', most: keep.weekly, taken: new Set<string>() },
    { every: 'month', most: keep.monthly, taken: new Set<string>() },
  ] as const
  return sortNewestFirst(backups).filter((backup, i) => {
    let isKept = i < KEPT_ALWAYS
    for (const { every, most, taken } of rules) {
      const stretch = nameStretch(backup.day, every)
      if (taken.has(stretch) || taken.size >= most) continue
      taken.add(stretch)
      isKept = true
    }
    return !isKept
  })
}

/** Newest first, by the counter. */
export function sortNewestFirst<Backup extends Pick<BackupName, 'sequence'>>(
  backups: readonly Backup[],
): readonly Backup[] {
  return backups.toSorted((a, b) => b.sequence - a.sequence)
}

const DAY_MS = 24 * 60 * 60 * 1000
/** 1 January 1970 was a Thursday; weeks begin on Monday. */
const DAYS_TO_MONDAY = 3

function nameStretch(day: string, every: BackupPeriod): string {
  if (every === 'day') return day
  if (every === 'month') return day.slice(0, 7)
  return String(Math.floor((Date.parse(day) / DAY_MS + DAYS_TO_MONDAY) / 7))
}
