import { z } from 'zod'
import { RedaksiError } from '../../base/errors.ts'
import { isSameJson } from '../../base/same-json.ts'
import type { HouseErrorCode } from './contract.ts'
import { findHouseProblems } from './house-check.ts'
import { HOUSE_PARTS, type HousePart } from './house-part-names.ts'
import { housePartSchemas, type House } from './house.ts'

/** Some parts of a house profile. */
export type HouseParts = Partial<Pick<House, HousePart>>

const partsSchema = z.strictObject({
  organisation: housePartSchemas.organisation.exactOptional(),
  dateline: housePartSchemas.dateline.exactOptional(),
  credit: housePartSchemas.credit.exactOptional(),
  staff: housePartSchemas.staff.exactOptional(),
  templates: housePartSchemas.templates.exactOptional(),
  categories: housePartSchemas.categories.exactOptional(),
  terms: housePartSchemas.terms.exactOptional(),
})

/** Reads parts of a house profile from untrusted data. Throws zod's error, which names the place, when they are none. */
export function parseHouseParts(value: unknown): HouseParts {
  return partsSchema.parse(value)
}

/** A change of parts, each with what it was made from: what somebody else has changed since is not overwritten. */
export interface HouseChange {
  readonly base: HouseParts
  readonly changes: HouseParts
}

/**
 * The house with its parts changed. Fails with `house.conflict` {part} when one is no longer what the change was made
 * from, and with `house.unfit` {at, reason} when what comes out has a problem that was not there before.
 */
export function changeHouseParts(house: House, { base, changes }: HouseChange): House {
  const changed = HOUSE_PARTS.filter((part) => changes[part] !== undefined)
  const conflict = changed.find((part) => !isSameJson(house[part], base[part]))
  if (conflict !== undefined) throw new RedaksiError<HouseErrorCode>('house.conflict', { part: conflict })
  const next = { ...house, ...changes }
  const before = findHouseProblems(house)
  const problem = findHouseProblems(next).find((each) => !before.some((known) => isSameJson(known, each)))
  if (problem !== undefined) {
    const { at, reason } = problem
    throw new RedaksiError<HouseErrorCode>('house.unfit', { at, reason })
  }
  return next
}
