import type { StoredBackup } from '../../storage-methods.ts'

/** When a backup was made, by the office's clock, in the reader's language: `24 Nov 2026 09.31`. */
export function formatBackupTime({ day, time }: Pick<StoredBackup, 'day' | 'time'>, locale: 'id' | 'en') {
  // The name tells the office's own time: no zone is counted in.
  const at = new Date(`${day}T${time.slice(0, 2)}:${time.slice(2)}:00Z`)
  return new Intl.DateTimeFormat(locale === 'id' ? 'id-ID' : 'en-GB', {
    ...{ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' },
    timeZone: 'UTC',
  }).format(at)
}
