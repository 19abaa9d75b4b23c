/** What can go wrong with a house profile: it is not one, or it lacks what was asked for. */
export const HOUSE_ERROR_CODES = ['house.invalid', 'house.template-unknown'] as const

export type HouseErrorCode = (typeof HOUSE_ERROR_CODES)[number]
