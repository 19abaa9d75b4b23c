/**
 * What can go wrong with a house profile: it is not one, or it lacks what was asked for (`template-unknown` {id, known},
 * `blank-unknown` {label, known}), a file holds no templates (`template-file` {at, reason}), or initials are nobody's (`staff-unknown` {initials}) or somebody's
 * already (`initials-taken` {initials, name}), or a list of categories has a name that does not fit (`category-refused`
 * {reason, name}: `unnamed`, `too-long`, `twice` or `too-many`), or it lists no such category
 * (`category-unknown` {name, known}).
 * A change of parts was made from what is no longer there (`conflict` {part}), or would leave lines that cannot be read
 * back (`unfit` {at, reason}). Another office's file is no profile (`file` {at, reason}).
 */
export const HOUSE_ERROR_CODES = [
  'house.invalid',
  'house.template-unknown',
  'house.template-file',
  'house.blank-unknown',
  'house.initials-taken',
  'house.staff-unknown',
  'house.category-refused',
  'house.category-unknown',
  'house.conflict',
  'house.unfit',
  'house.file',
] as const

export type HouseErrorCode = (typeof HOUSE_ERROR_CODES)[number]
