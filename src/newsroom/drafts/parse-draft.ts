import * as z from 'zod/mini'
import { parseStory } from '../story/index.ts'
import { DRAFT_SCHEMA, type Draft } from './draft.ts'
import { elsewhereSchema } from './elsewhere.ts'

/** Orders beyond this are no counter's: the list's own positions are computed from them in exact numbers. */
const MAXIMUM_ORDER = 2 ** 33 - 1

const count = z.int().check(z.minimum(1))
const digest = z.string().check(z.regex(/^[0-9a-f]{64}$/))
const word = z.string().check(z.minLength(1))

/** The stored shape of a draft. */
const draftSchema = z.strictObject({
  schema: z.literal(DRAFT_SCHEMA),
  id: z.uuid().check(z.lowercase()),
  revision: count,
  order: z.int().check(z.minimum(0), z.maximum(MAXIMUM_ORDER)),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  story: z.pipe(z.unknown(), z.transform(parseStory)),
  signOff: z.nullable(
    z.strictObject({ revision: count, by: word, at: z.iso.datetime(), photos: z.optional(digest) }),
  ),
  inReview: z.nullable(count),
  trashedAt: z.nullable(z.iso.datetime()),
  source: z.nullable(z.strictObject({ file: z.string(), sha256: digest })),
  template: z.optional(word),
  elsewhere: z.optional(elsewhereSchema),
})

/** Reads a draft from untrusted data. Throws zod's error, which names the place, when it is not one. */
export function parseDraft(value: unknown): Draft {
  return draftSchema.parse(value)
}
