import type { Texts } from '../../../base/ui/texts.tsx'
import { formatMonth } from '../../../base/ui/time.ts'
import type { StaffMember } from '../../house/index.ts'
import type { LibraryAsk, Narrowing } from './library-ask.ts'

/** What narrows the list, in a person's words: `“simulasi”`, `Terbit`, `Tirtasari`, `Nurlaila Rahmi`, `November 2025`. */
export function describeNarrowing(
  ask: LibraryAsk,
  narrowing: Narrowing,
  { translate, locale }: Texts,
  staff: readonly StaffMember[],
): string {
  if (narrowing === 'query') return translate('library.quoted', { words: ask.query })
  if (narrowing === 'status') return ask.status === null ? '' : translate(`status.${ask.status}`)
  if (narrowing === 'month') return ask.month === null ? '' : formatMonth(ask.month, locale)
  return narrowing === 'place' ? (ask.place ?? '') : nameWriter(ask.writer ?? '', staff)
}

/** A writer's name, or the initials of one who is not in the staff directory. */
export function nameWriter(initials: string, staff: readonly StaffMember[]): string {
  return staff.find((member) => member.initials === initials)?.name ?? initials
}
