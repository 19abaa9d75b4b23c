import type { StaffMember } from '../house/index.ts'
import type { CreditNames, Parting } from '../story/index.ts'

/** What a person types to name people: initials or names, parted by a comma or a slash. The staff directory helps. */

type Role = StaffMember['roles'][number]

/** A comma wherever there is one; a slash only when it is all that parts the names. One name has nothing to part. */
export function parsePeople(text: string, staff: readonly StaffMember[]): CreditNames | null {
  const parting: Parting = text.includes('/') && !text.includes(',') ? 'slash' : 'comma'
  const initials = splitPeople(text).map((name) => findInitials(name, staff) ?? name)
  const [first, ...others] = initials
  if (first === undefined) return null
  return { initials, parting: others.length === 0 ? 'comma' : parting }
}

/** Writes names as `parsePeople` reads them. */
export function formatPeople(names: CreditNames): string {
  return names.initials.join(names.parting === 'comma' ? ', ' : '/')
}

/** The names apart, without blanks around them and without empty ones. */
function splitPeople(text: string): readonly string[] {
  return text
    .split(/[,/]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

/** The staff whose initials or name fit what is typed last; those who have the role come first. */
export function findStaff(staff: readonly StaffMember[], text: string, role: Role): readonly StaffMember[] {
  const query = getLastPerson(text).toLowerCase()
  const isAlreadyThere = (member: StaffMember) => splitPeople(text).slice(0, -1).includes(member.initials)
  const fits = ({ initials, name }: StaffMember) =>
    initials.toLowerCase().startsWith(query) ||
    name
      .toLowerCase()
      .split(' ')
      .some((word) => word.startsWith(query))
  const found = staff.filter((member) => fits(member) && !isAlreadyThere(member))
  const hasRole = (member: StaffMember) => member.roles.includes(role)
  return [...found.filter(hasRole), ...found.filter((member) => !hasRole(member))]
}

/** The text with what is typed last replaced by a person's initials. */
export function completePerson(text: string, initials: string): string {
  const [kept = ''] = /^.*[,/][ ]*/s.exec(text) ?? []
  return kept + initials
}

/** The full names of those whom the directory knows, and who are not in it. */
export function lookUpPeople(
  text: string,
  staff: readonly StaffMember[],
): { readonly names: readonly string[]; readonly unknown: readonly string[] } {
  const people = parsePeople(text, staff)?.initials ?? []
  const known = new Map(staff.map((member) => [member.initials, member.name]))
  return {
    names: people.flatMap((initials) => known.get(initials) ?? []),
    unknown: people.filter((initials) => !known.has(initials)),
  }
}

function getLastPerson(text: string): string {
  return (text.split(/[,/]/).at(-1) ?? '').trim()
}

function findInitials(name: string, staff: readonly StaffMember[]): string | null {
  const isSame = (other: string) => other.toLowerCase() === name.toLowerCase()
  const exact = staff.find((member) => member.initials === name)
  return (exact ?? staff.find((member) => isSame(member.name)))?.initials ?? null
}
