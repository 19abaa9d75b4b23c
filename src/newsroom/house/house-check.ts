import {
  formatCreditLine,
  formatDateline,
  isCreditLineValid,
  isDatelineValid,
  type CreditLine,
} from '../story/index.ts'
import type { House } from './house.ts'
import { checkPattern } from './pattern-check.ts'
import type { StaffMember } from './staff.ts'

/**
 * What a house profile must hold beyond its stored shape, so that every dateline and credit line of the office can be
 * read back. A profile is refused for it where it is changed; one that is there already still opens.
 */

/** Something that a house profile cannot be kept with, and where: `dateline.pattern`, `dateline.places.0.site`. */
export interface HouseProblem {
  readonly at: string
  readonly reason: HouseProblemReason
  /** What the reason speaks of: a placeholder, a line that cannot be read back, a person's name. */
  readonly words: string
}

/** The reasons; each has a text, `settings.problem.<reason>`. */
export type HouseProblemReason =
  | 'empty'
  | 'missing'
  | 'twice'
  | 'order'
  | 'together'
  | 'open-end'
  | 'unreadable'
  | 'letters-only'
  | 'place-twice'
  | 'initials-form'
  | 'initials-taken'
  | 'dates-order'
  | 'date-form'
  | 'replaced-twice'

export const DATELINE_PLACEHOLDERS = ['{place}', '{site}'] as const
export const CREDIT_PLACEHOLDERS = ['{writers}', '{editors}', '{photo}'] as const

type Checked = Pick<House, 'organisation' | 'dateline' | 'credit' | 'staff'>

/** Every problem of a house profile, in the order in which its parts are shown. */
export function findHouseProblems(house: Checked): readonly HouseProblem[] {
  return [
    ...findEmpty({
      'organisation.name': house.organisation.name,
      'organisation.short': house.organisation.short,
      'credit.organisation': house.credit.organisation,
    }),
    ...findDatelineProblems(house.dateline),
    ...findCreditProblems(house),
    ...findStaffProblems(house.staff),
  ]
}

function findEmpty(fields: Readonly<Record<string, string>>): readonly HouseProblem[] {
  return Object.entries(fields)
    .filter(([, text]) => text.trim() === '')
    .map(([at]) => ({ at, reason: 'empty', words: '' }))
}

function findDatelineProblems({ pattern, places }: House['dateline']): readonly HouseProblem[] {
  const broken = checkPattern(pattern, DATELINE_PLACEHOLDERS)
  if (broken !== null) return [{ at: 'dateline.pattern', reason: broken.reason, words: broken.placeholder }]
  return places.flatMap((place, i): readonly HouseProblem[] => {
    const at = `dateline.places.${i}`
    if (place.place.trim() === '') return [{ at: `${at}.place`, reason: 'empty', words: '' }]
    if (places.findIndex((each) => each.place === place.place && each.site === place.site) < i)
      return [{ at: `${at}.place`, reason: 'place-twice', words: place.place }]
    if (isDatelineValid(place, pattern)) return []
    return [{ at: `${at}.site`, reason: 'unreadable', words: formatDateline(place, pattern) }]
  })
}

function findCreditProblems({ credit, staff }: Checked): readonly HouseProblem[] {
  const { pattern, archive } = credit
  const broken = checkPattern(pattern, CREDIT_PLACEHOLDERS)
  if (broken !== null) return [{ at: 'credit.pattern', reason: broken.reason, words: broken.placeholder }]
  if (!/^\p{L}+$/u.test(archive)) return [{ at: 'credit.archive', reason: 'letters-only', words: '' }]
  const unreadable = listSampleCredits(staff, credit.organisation).find(
    (sample) => !isCreditLineValid(sample, credit),
  )
  if (unreadable === undefined || credit.organisation.trim() === '') return []
  const isOfOrganisation = isCreditLineValid({ ...unreadable, photo: null }, credit)
  const at = isOfOrganisation ? 'credit.organisation' : 'credit.pattern'
  return [{ at, reason: 'unreadable', words: formatCreditLine(unreadable, credit) }]
}

/** Credit lines as this staff would have them: without a photo, with somebody's, and with one of the archive. */
export function listSampleCredits(
  staff: readonly StaffMember[],
  organisation: string,
): readonly [CreditLine, CreditLine, CreditLine] {
  const find = (role: StaffMember['roles'][number], otherwise: string) =>
    staff.find(({ initials, roles }) => roles.includes(role) && isInitials(initials))?.initials ?? otherwise
  const writers = { initials: [find('writer', 'nn')], parting: 'comma' } as const
  const by = { initials: [find('photographer', 'nn')], parting: 'comma' } as const
  const line = { writers, editors: [find('editor', 'ed')], join: 'space' } as const
  return [
    { ...line, photo: { kind: 'people', by, organisation } },
    { ...line, photo: { kind: 'archive', organisation } },
    { ...line, photo: null },
  ]
}

/** Whether a text can be somebody's initials in a credit line. */
export function isInitials(text: string): boolean {
  return /^\p{L}{2,5}$/u.test(text)
}

function findStaffProblems(staff: readonly StaffMember[]): readonly HouseProblem[] {
  return staff.flatMap((member, i) => findMemberProblems(member, staff.slice(0, i), `staff.${i}`))
}

/** What is wrong with somebody on the staff, beside those who are there already; `at` is where they stand. */
export function findMemberProblems(
  { initials, name, from, to }: StaffMember,
  others: readonly StaffMember[],
  at: string,
): readonly HouseProblem[] {
  const holder = others.find((each) => each.initials === initials)
  return [
    ...(isInitials(initials) ? [] : [{ at: `${at}.initials`, reason: 'initials-form', words: '' } as const]),
    ...(holder === undefined
      ? []
      : [{ at: `${at}.initials`, reason: 'initials-taken', words: holder.name } as const]),
    ...findEmpty({ [`${at}.name`]: name }),
    ...(from !== undefined && to !== undefined && to < from
      ? [{ at: `${at}.to`, reason: 'dates-order', words: '' } as const]
      : []),
  ]
}
