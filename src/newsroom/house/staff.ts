/** Somebody on the staff. The initials are those of the credit line. */
export interface StaffMember {
  readonly initials: string
  readonly name: string
  readonly roles: readonly StaffRole[]
  /** The first day at the office, `YYYY-MM-DD`; left out, always. */
  readonly from?: string
  /** The last day. Whoever has left stays in the list, for the names in old stories, and is no longer offered. */
  readonly to?: string
}

export const STAFF_ROLES = ['writer', 'editor', 'photographer'] as const
export type StaffRole = (typeof STAFF_ROLES)[number]

/** Whether somebody is at the office on a day, `YYYY-MM-DD`. */
export function isAtOffice({ from = '', to = '9999' }: StaffMember, day: string): boolean {
  return from <= day && day <= to
}

/** Who is at the office on a day, in the order of the list. */
export function listPresentStaff(staff: readonly StaffMember[], day: string): readonly StaffMember[] {
  return staff.filter((member) => isAtOffice(member, day))
}
