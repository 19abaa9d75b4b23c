import { z } from 'zod'

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

const pair = z.string().regex(/^[^\s"'][^\s"']$/u)

/** The stored shape; what is left out is as most houses have it. */
export const typographySchema = z.strictObject({
  quotes: z.enum(['curly', 'straight']).default('curly'),
  double: pair.default('“”'),
  single: pair.default('‘’'),
  dashes: z.boolean().default(false),
})

const USUAL: Typography = { quotes: 'curly', double: '“”', single: '‘’', dashes: false }

/** The signs of a house; a profile that says nothing has the usual ones. */
export function getTypography(house: { readonly typography?: Typography | undefined }): Typography {
  return house.typography ?? USUAL
}
