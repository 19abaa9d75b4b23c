import { z } from 'zod'
import { creditSchema, datelineSchema, type CreditLine, type Dateline } from '../story/index.ts'
import { isBlankLabel } from './blank.ts'

/**
 * What an office wrote last: the next story starts with it. It belongs to the library, so that it is the same for
 * whoever writes there; it is a convenience, and a library without it lacks nothing.
 */
export interface LastUsed {
  readonly schema: 1
  readonly dateline: Dateline | null
  readonly credit: CreditLine | null
  /** What blanks were filled with, by their labels; the newest label and the newest value stand first. */
  readonly values: readonly { readonly label: string; readonly values: readonly string[] }[]
  /** The newest draft of each series, by the template's id. */
  readonly editions: readonly { readonly template: string; readonly draft: string }[]
}

/** Something that was just used. What is left out was not. */
export interface Use {
  readonly dateline?: Dateline
  readonly credit?: CreditLine
  readonly values?: readonly { readonly label: string; readonly value: string }[]
  readonly edition?: { readonly template: string; readonly draft: string }
}

export const NOTHING_USED: LastUsed = { schema: 1, dateline: null, credit: null, values: [], editions: [] }

/** A suggestion that is longer than this is no help. */
const LONGEST_VALUE = 300
const VALUES_KEPT = 8
const LABELS_KEPT = 200

const label = z.string().refine(isBlankLabel)
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

/** What was last used, with one use more. Values that are empty, blank or very long are not worth remembering. */
export function noteUse(known: LastUsed, { dateline, credit, values = [], edition: made }: Use): LastUsed {
  const worthwhile = values.filter((each) => /\S/.test(each.value) && each.value.length <= LONGEST_VALUE)
  return {
    schema: 1,
    dateline: dateline ?? known.dateline,
    credit: credit ?? known.credit,
    values: worthwhile.reduce(noteValue, known.values),
    editions:
      made === undefined
        ? known.editions
        : [made, ...known.editions.filter((each) => each.template !== made.template)],
  }
}

/** The values that a label was filled with, newest first. */
export function getLastValues({ values }: LastUsed, of: string): readonly string[] {
  return values.find((each) => each.label === of)?.values ?? []
}

function noteValue(
  known: LastUsed['values'],
  { label: used, value: newest }: { readonly label: string; readonly value: string },
): LastUsed['values'] {
  const before = known.find((each) => each.label === used)?.values ?? []
  const values = [newest, ...before.filter((each) => each !== newest)].slice(0, VALUES_KEPT)
  return [{ label: used, values }, ...known.filter((each) => each.label !== used)].slice(0, LABELS_KEPT)
}
