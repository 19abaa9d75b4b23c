import type { HouseParts } from './house-parts.ts'
import type { House } from './house.ts'
import { ZONES } from './office-form.ts'
import type { Template } from './template.ts'

/** What an office says of itself first: its names, and the place and site that open its stories. */
export interface FirstOffice {
  readonly name: string
  readonly short: string
  readonly place: string
  readonly site: string
  readonly zone: House['organisation']['zone']
}

/** What a house says of its office. */
export function fillFirstOffice({
  organisation,
  dateline,
}: Pick<House, 'organisation' | 'dateline'>): FirstOffice {
  const { name, short, zone } = organisation
  const { place, site } = dateline.places[0] ?? { place: '', site: '' }
  return { name, short, place, site, zone }
}

/** Reads what was kept of a form from untrusted data; null when it is something else. */
export function readFirstOffice(value: unknown): FirstOffice | null {
  if (typeof value !== 'object' || value === null) return null
  const words = new Map<string, unknown>(Object.entries(value))
  const zone = ZONES.find((each) => each === words.get('zone'))
  const [name, short, place, site] = ['name', 'short', 'place', 'site'].map((key) => words.get(key))
  if (typeof name !== 'string' || typeof short !== 'string') return null
  if (typeof place !== 'string' || typeof site !== 'string' || zone === undefined) return null
  return { name, short, place, site, zone }
}

/**
 * The parts of a house as the office names itself: the first place is its own, photos are credited to it, and templates
 * that speak of the office by its short name speak of this one.
 */
export function nameOffice(
  house: House,
  office: FirstOffice,
): Required<Pick<HouseParts, 'organisation' | 'dateline' | 'credit' | 'templates'>> {
  const { organisation, dateline, credit, templates } = house
  const name = office.name.trim()
  const short = office.short.trim()
  const first = { place: office.place.trim(), site: office.site.trim() }
  return {
    organisation: { ...organisation, name, short, zone: office.zone },
    dateline: { ...dateline, places: [first, ...dateline.places.slice(1)] },
    credit: {
      ...credit,
      organisation: credit.organisation === organisation.short ? short : credit.organisation,
    },
    templates: templates.map((template) => renameIn(template, organisation.short, short)),
  }
}

function renameIn(template: Template, before: string, now: string): Template {
  if (before === '') return template
  const rename = (text: string) => text.split(before).join(now)
  return { ...template, headline: rename(template.headline), blocks: template.blocks.map(rename) }
}
