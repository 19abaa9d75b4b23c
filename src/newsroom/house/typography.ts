/** The signs that a house prints: they are put in the place of those of the keyboard as somebody types. */
export interface Typography {
  /** `straight` leaves quotation marks as they are typed. */
  readonly quotes: 'curly' | 'straight'
  /** The opening and the closing mark, one character each. */
  readonly double: string
  readonly single: string
  /** Whether two hyphens become a dash. */
  readonly dashes: boolean
}

const USUAL: Typography = { quotes: 'curly', double: '“”', single: '‘’', dashes: false }

/** The signs of a house; a profile that says nothing has the usual ones. */
export function getTypography(house: { readonly typography?: Typography | undefined }): Typography {
  return house.typography ?? USUAL
}
