import { z } from 'zod'

/** Somebody on the staff. The initials are those of the credit line. */
export interface StaffMember {
  readonly initials: string
  readonly name: string
  readonly roles: readonly ('writer' | 'editor' | 'photographer')[]
}

/** The stored shape of somebody on the staff. */
export const staffSchema = z.strictObject({
  initials: z.string().regex(/^\p{L}{2,5}$/u),
  name: z.string().min(1),
  roles: z.array(z.enum(['writer', 'editor', 'photographer'])),
})
