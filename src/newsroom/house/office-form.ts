import type { House, Place } from './house.ts'

/** What stands in the form of an office: its names, places and sites, and how it prints datelines and credit lines. */
export interface OfficeValues {
  readonly name: string
  readonly short: string
  readonly zone: House['organisation']['zone']
  readonly places: readonly Place[]
  readonly datelinePattern: string
  readonly creditPattern: string
  readonly archive: string
  readonly creditOrganisation: string
}

export const ZONES = ['WIB', 'WITA', 'WIT'] as const

/** The parts of a house that the form is about. */
export type OfficeParts = Pick<House, 'organisation' | 'dateline' | 'credit'>

/** Fills the form from the house. */
export function fillOfficeForm({ organisation, dateline, credit }: OfficeParts): OfficeValues {
  return {
    name: organisation.name,
    short: organisation.short,
    zone: organisation.zone,
    places: dateline.places,
    datelinePattern: dateline.pattern,
    creditPattern: credit.pattern,
    archive: credit.archive,
    creditOrganisation: credit.organisation,
  }
}

/** Reads the form as it is typed. What it is not about, the language of the office, is the house's own. */
export function readOfficeForm(values: OfficeValues, { organisation }: OfficeParts): OfficeParts {
  const { name, short, zone, places } = values
  return {
    organisation: { ...organisation, name, short, zone },
    dateline: { pattern: values.datelinePattern, places },
    credit: {
      pattern: values.creditPattern,
      archive: values.archive,
      organisation: values.creditOrganisation,
    },
  }
}

/** An office without the blanks around its words. Those of a pattern are printed, and stay. */
export function trimOffice({ organisation, dateline, credit }: OfficeParts): OfficeParts {
  const { name, short } = organisation
  return {
    organisation: { ...organisation, name: name.trim(), short: short.trim() },
    dateline: {
      ...dateline,
      places: dateline.places.map(({ place, site }) => ({ place: place.trim(), site: site.trim() })),
    },
    credit: { ...credit, archive: credit.archive.trim(), organisation: credit.organisation.trim() },
  }
}
