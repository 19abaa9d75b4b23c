import starter from '../../../../resources/house/starter.json' with { type: 'json' }
import type { House, StaffMember } from '../../../newsroom/house/index.ts'
import { isSameJson } from '../../../base/same-json.ts'

/** The invented office that a new library comes with. */
export const STARTER = starter

/** Whether a house still has the names that came with it. */
export function isStarterOffice({ organisation }: House): boolean {
  return organisation.short === starter.organisation.short && organisation.name === starter.organisation.name
}

/** Whether somebody on the staff was invented with the starter's office; its desk is everybody's. */
export function isStarterPerson(member: StaffMember): boolean {
  return isWriter(member) && starter.staff.some((invented) => isSameJson(invented, member))
}

const isWriter = ({ roles }: StaffMember): boolean => roles.includes('writer')
