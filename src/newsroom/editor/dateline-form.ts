import { isDatelineValid, type Dateline } from '../story/index.ts'

/** Why a dateline cannot be taken: the field, and that it is empty or would not read back. */
export interface DatelineFormProblem {
  readonly field: keyof Dateline
  readonly reason: 'missing' | 'unreadable'
}

/** A place and a site that fit any house's pattern, to try the other part with. */
const PLAIN: Dateline = { place: 'Kota', site: 'kota.id' }

/** The first thing that keeps a dateline from being printed and read back as it is; null when nothing does. */
export function findDatelineProblem(dateline: Dateline, pattern: string): DatelineFormProblem | null {
  for (const field of ['place', 'site'] as const) {
    if (dateline[field] === '') return { field, reason: 'missing' }
    if (!isDatelineValid({ ...PLAIN, [field]: dateline[field] }, pattern))
      return { field, reason: 'unreadable' }
  }
  return isDatelineValid(dateline, pattern) ? null : { field: 'place', reason: 'unreadable' }
}
