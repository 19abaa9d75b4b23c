import { z } from 'zod'
import { findCategoryProblem } from './categories.ts'
import { checkPattern } from './pattern-check.ts'
import { staffSchema, templateSchema, typographySchema } from './schemas.ts'
import type { StaffMember } from './staff.ts'
import type { Template } from './template.ts'
import type { Typography } from './typography.ts'

/** What an office is: its names, forms, people and words. One file, exchanged between offices as it stands. */
export interface House {
  readonly organisation: {
    readonly name: string
    readonly short: string
    /** Indonesian time zones by name: UTC+7, +8, +9. */
    readonly zone: 'WIB' | 'WITA' | 'WIT'
    /** BCP 47. */
    readonly language: string
  }
  readonly dateline: { readonly pattern: string; readonly places: readonly Place[] }
  readonly credit: { readonly pattern: string; readonly archive: string; readonly organisation: string }
  readonly staff: readonly StaffMember[]
  readonly templates: readonly Template[]
  /** What its stories are sorted by, for readers: names, in the order in which they are offered. */
  readonly categories: readonly string[]
  readonly terms: {
    /** Acronyms that need no expansion. */
    readonly free: readonly string[]
    /** The house's form of a word, and the forms it replaces. */
    readonly prefer: Readonly<Record<string, readonly string[]>>
  }
  /** The signs that it prints; the usual ones when it says nothing. */
  readonly typography?: Typography | undefined
  /** What its captions for social networks are given, in the order of preference, with or without the sign. */
  readonly hashtags?: readonly string[] | undefined
}

export interface Place {
  readonly place: string
  readonly site: string
}

const placeholders = (...names: string[]) =>
  z.string().refine((pattern) => checkPattern(pattern, names) === null, {
    message: `needs ${names.join(', ')} in this order, each once`,
  })

const terms = z.strictObject({
  free: z.array(z.string()).default([]),
  prefer: z.record(z.string(), z.array(z.string())).default({}),
})

/** The stored shapes of the parts. */
export const housePartSchemas = {
  organisation: z.strictObject({
    name: z.string().min(1),
    short: z.string().min(1),
    zone: z.enum(['WIB', 'WITA', 'WIT']),
    language: z.string().min(2),
  }),
  dateline: z.strictObject({
    pattern: placeholders('{place}', '{site}'),
    places: z.array(z.strictObject({ place: z.string().min(1), site: z.string().min(1) })),
  }),
  credit: z.strictObject({
    pattern: placeholders('{writers}', '{editors}', '{photo}'),
    archive: z.string().regex(/^\p{L}+$/u),
    organisation: z.string().min(1),
  }),
  staff: z.array(staffSchema),
  templates: z.array(templateSchema),
  categories: z
    .array(z.string())
    .refine((names) => findCategoryProblem(names) === null, { message: 'needs names that differ' }),
  terms,
}

/** The stored shape. What it does not know at the top is kept as it stands: a newer Redaksi may have written it. */
const houseSchema = z.looseObject({
  ...housePartSchemas,
  templates: housePartSchemas.templates.default([]),
  categories: housePartSchemas.categories.default([]),
  terms: terms.default({ free: [], prefer: {} }),
  typography: typographySchema.optional(),
  hashtags: z.array(z.string().min(1).max(100)).max(100).optional(),
})

/** Reads a house profile from untrusted data. Throws zod's error, which names the place, when it is not one. */
export function parseHouse(value: unknown): House {
  return houseSchema.parse(value)
}
