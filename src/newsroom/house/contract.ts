/**
 * What can go wrong with a house profile: it is not one, or it lacks what was asked for (`template-unknown` {id, known},
 * `blank-unknown` {label, known}), a file holds no templates (`template-file` {at, reason}), or initials are somebody's
 * already (`initials-taken` {initials, name}).
 */
export const HOUSE_ERROR_CODES = [
  'house.invalid',
  'house.template-unknown',
  'house.template-file',
  'house.blank-unknown',
  'house.initials-taken',
] as const

export type HouseErrorCode = (typeof HOUSE_ERROR_CODES)[number]
