import { z } from 'zod'
import { creditSchema, datelineSchema } from '../story/index.ts'
import { isBlankLabel } from './blank.ts'
import { STAFF_ROLES } from './staff.ts'
import { LABELS_KEPT, LONGEST_VALUE, type LastUsed } from './last-used.ts'

/** The stored shapes of a house's parts. They stand apart from the rules, which the page uses without them. */

/** The stored shape of somebody on the staff. */
export const staffSchema = z.strictObject({
  initials: z.string().regex(/^\p{L}{2,5}$/u),
  name: z.string().min(1),
  roles: z.array(z.enum(STAFF_ROLES)),
  from: z.iso.date().exactOptional(),
  to: z.iso.date().exactOptional(),
})

const label = z.string().refine(isBlankLabel, { message: 'is no label of a blank' })

/** The stored shape of a rule. */
const blankRuleSchema = z.discriminatedUnion('kind', [
  z.strictObject({ label, kind: z.enum(['text', 'place', 'person']) }),
  z.strictObject({ label, kind: z.literal('date'), form: z.enum(['lede', 'long']) }),
  z.strictObject({
    label,
    kind: z.literal('choice'),
    choices: z.array(z.string().min(1).max(200)).min(1).max(50),
  }),
])

const LONGEST_TEXT = 20_000

/** The stored shape of a template. */
export const templateSchema = z.strictObject({
  id: z.string().min(1).max(100),
  name: z.string().min(1).max(200),
  headline: z.string().max(LONGEST_TEXT),
  blocks: z.array(z.string().max(LONGEST_TEXT)),
  blanks: z.array(blankRuleSchema).optional(),
  tags: z.array(z.string().min(1)).optional(),
  series: z.literal(true).optional(),
})

const value = z.string().min(1).max(LONGEST_VALUE)
const edition = z.strictObject({ template: z.string().min(1), draft: z.uuid().lowercase() })

const lastUsedSchema = z.strictObject({
  schema: z.literal(1),
  dateline: z.nullable(datelineSchema),
  credit: z.nullable(creditSchema),
  values: z.array(z.strictObject({ label, values: z.array(value) })),
  editions: z.array(edition),
})

/** What the interface may say of a use. */
export const usedSchema = z.strictObject({
  dateline: z.exactOptional(datelineSchema),
  credit: z.exactOptional(creditSchema),
  values: z
    .array(z.strictObject({ label, value: z.string() }))
    .max(LABELS_KEPT)
    .exactOptional(),
})

/** Reads what was last used from untrusted data. Throws zod's error when it is not that. */
export function parseLastUsed(given: unknown): LastUsed {
  return lastUsedSchema.parse(given)
}

const pair = z.string().regex(/^[^\s"'][^\s"']$/u)

/** The stored shape of the signs that a house prints; what is left out is as most houses have it. */
export const typographySchema = z.strictObject({
  quotes: z.enum(['curly', 'straight']).default('curly'),
  double: pair.default('“”'),
  single: pair.default('‘’'),
  dashes: z.boolean().default(false),
})
