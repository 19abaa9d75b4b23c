/** What can go wrong with a recap: `period-malformed` {text}: neither a month (`2025-10`) nor a year (`2025`). */
export const RECAP_ERROR_CODES = ['recap.period-malformed'] as const

export type RecapErrorCode = (typeof RECAP_ERROR_CODES)[number]
