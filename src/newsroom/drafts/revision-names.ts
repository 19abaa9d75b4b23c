import { z } from 'zod'
import { LONGEST_REVISION_NAME } from './revision-name.ts'

/** The names that people gave to kept revisions of a draft, by the time they were given. They are never thinned. */
export interface RevisionNames {
  readonly schema: 1
  readonly names: readonly RevisionName[]
}

export interface RevisionName {
  readonly revision: number
  /** One line, as `cleanRevisionName` makes it. */
  readonly name: string
  readonly at: string
}

const namesSchema = z.strictObject({
  schema: z.literal(1),
  names: z.array(
    z.strictObject({
      revision: z.int().min(1),
      name: z.string().min(1).max(LONGEST_REVISION_NAME),
      at: z.iso.datetime(),
    }),
  ),
})

export const NO_REVISION_NAMES: RevisionNames = { schema: 1, names: [] }

/** Reads the names from untrusted data. Throws zod's error, which names the place, when they are none. */
export function parseRevisionNames(value: unknown): RevisionNames {
  return namesSchema.parse(value)
}

/** The names with another one for a revision, or, with null, without one. `at` is an ISO instant. */
export function changeRevisionName(
  { names }: RevisionNames,
  { revision, name, at }: { readonly revision: number; readonly name: string | null; readonly at: string },
): RevisionNames {
  const others = names.filter((each) => each.revision !== revision)
  return { schema: 1, names: name === null ? others : [...others, { revision, name, at }] }
}
