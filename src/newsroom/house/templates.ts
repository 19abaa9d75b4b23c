import { RedaksiError } from '../../base/errors.ts'
import { isSameJson } from '../../base/same-json.ts'
import { makeSlug } from '../story/index.ts'
import type { HouseErrorCode } from './contract.ts'
import type { House } from './house.ts'
import type { StaffMember } from './staff.ts'
import type { Template } from './template.ts'

/** Changes of a house's templates and staff, each a new house. */

/** The template with an id; an unknown one fails with `house.template-unknown`. */
export function getTemplate(house: House, id: string): Template {
  const template = house.templates.find((each) => each.id === id)
  if (template === undefined) {
    const known = house.templates.map((each) => each.id).join(', ')
    throw new RedaksiError<HouseErrorCode>('house.template-unknown', { id, known })
  }
  return template
}

/** The house with a template in the place of the one with its id, or else at a place of the list, at its end unless told. */
export function putTemplate(house: House, template: Template, at = house.templates.length): House {
  const isKnown = house.templates.some(({ id }) => id === template.id)
  const templates = isKnown
    ? house.templates.map((each) => (each.id === template.id ? template : each))
    : house.templates.toSpliced(at, 0, template)
  return { ...house, templates }
}

/** The house without a template; an unknown one fails with `house.template-unknown`. */
export function removeTemplate(house: House, id: string): House {
  const gone = getTemplate(house, id)
  return { ...house, templates: house.templates.filter((each) => each !== gone) }
}

/** An id for a new template, from its name, that no other has. */
export function createTemplateId(house: Pick<House, 'templates'>, name: string): string {
  const first = makeSlug(name)
  let id = first
  for (let number = 2; house.templates.some((each) => each.id === id); number += 1) id = `${first}-${number}`
  return id
}

/** The house with a person added to its staff. Initials that are somebody else's fail with `house.initials-taken`. */
export function addStaff(house: House, member: StaffMember): House {
  const holder = house.staff.find(({ initials }) => initials === member.initials)
  if (holder !== undefined) {
    const { initials, name } = holder
    throw new RedaksiError<HouseErrorCode>('house.initials-taken', { initials, name })
  }
  return { ...house, staff: [...house.staff, member] }
}

/** Writes templates as a file for another office. */
export function formatTemplateFile(templates: readonly Template[]): string {
  return `${JSON.stringify({ redaksi: 'templates', templates }, null, 2)}\n`
}

/**
 * The house with templates of another file added. One that is there to the letter is passed over; one whose id another
 * has gets an id of its own, so that an import never replaces anything.
 */
export function addTemplates(
  house: House,
  templates: readonly Template[],
): { readonly house: House; readonly added: readonly Template[] } {
  const added: Template[] = []
  let next = house
  for (const template of templates) {
    const { id } = template
    const known = next.templates.find((each) => each.id === id)
    if (isSameJson(known, template)) continue
    const named = known === undefined ? template : { ...template, id: createTemplateId(next, id) }
    next = putTemplate(next, named)
    added.push(named)
  }
  return { house: next, added }
}
