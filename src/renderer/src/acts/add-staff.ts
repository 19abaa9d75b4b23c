import type { StaffMember } from '../../../newsroom/house/index.ts'
import type { Act } from '../desk.ts'

/** Puts somebody into the house's staff directory. */
export function addStaff(member: StaffMember): Act {
  return async ({ client, say, translate }) => {
    await client.house.addStaff({ member })
    say({ words: translate('app.staff-added-said', { name: member.name }) })
  }
}
