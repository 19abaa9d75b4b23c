/** Somebody on the staff. The initials are those of the credit line. */
export interface StaffMember {
  readonly initials: string
  readonly name: string
  readonly roles: readonly ('writer' | 'editor' | 'photographer')[]
}
