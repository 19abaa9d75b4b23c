import type { DraftRow } from '../list.ts'

const DAY = 86_400_000

/** How many days a draft in the trash has left, 0 on its last; null when it stays. All instants are in milliseconds. */
export function countDaysLeft(
  { trashedAt, updatedAt, isPublic }: Pick<DraftRow, 'trashedAt' | 'updatedAt' | 'isPublic'>,
  days: number | null,
  now: number,
): number | null {
  if (trashedAt === null || days === null || isPublic) return null
  const since = Math.max(Date.parse(trashedAt), Date.parse(updatedAt))
  return Math.max(0, Math.ceil((since + days * DAY - now) / DAY))
}
