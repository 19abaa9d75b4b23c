import type { CreditLine, Dateline } from '../story/index.ts'

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

/** A value that is longer than this, in UTF-16 units, is no help as a suggestion. */
export const LONGEST_VALUE = 300
const VALUES_KEPT = 8
/** How many labels are remembered. */
export const LABELS_KEPT = 200

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
