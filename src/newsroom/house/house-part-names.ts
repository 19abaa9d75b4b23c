/**
 * The parts of a house profile that are changed as a whole, in the order in which they are shown. The names stand apart from the
 * shapes, which the first screen does without.
 */
export const HOUSE_PARTS = [
  'organisation',
  'dateline',
  'credit',
  'staff',
  'templates',
  'categories',
  'terms',
] as const
export type HousePart = (typeof HOUSE_PARTS)[number]
