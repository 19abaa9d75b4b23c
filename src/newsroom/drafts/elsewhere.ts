import * as z from 'zod/mini'

/**
 * What another library said of a story when it was handed over: where readers find it, and where it waits to go. It warns
 * whoever has the story now not to publish it a second time. It is never taken for what this library's ledger knows.
 */
export interface Elsewhere {
  /** The library whose ledger says so, and its office's or person's name. */
  readonly library: string
  readonly desk: string
  /** How many records its ledger had of the story: what it said later counts more. */
  readonly sequence: number
  readonly shown: readonly ElsewherePlace[]
  /** Targets that it still waited for. */
  readonly waiting: readonly string[]
  /** Somebody here has said that the story may be published from here, too. */
  readonly isSettled?: boolean | undefined
}

/** A target that shows the story. `address` is null where it has none. `at` is an ISO instant. */
export interface ElsewherePlace {
  readonly target: string
  readonly address: string | null
  readonly at: string
}

/** More libraries than an office has, and more targets than a library. */
const MOST = 100
const LONGEST = 2_000
/** The longest name of a desk, in UTF-16 units: it stands in sentences. */
export const LONGEST_DESK = 120

const text = z.string().check(z.maxLength(LONGEST))
const name = z.string().check(z.minLength(1), z.maxLength(LONGEST))

/** The stored shape of what other libraries said. */
export const elsewhereSchema = z
  .array(
    z.strictObject({
      library: z.uuid().check(z.lowercase()),
      desk: z.string().check(z.maxLength(LONGEST_DESK)),
      sequence: z.int().check(z.minimum(0)),
      shown: z
        .array(z.strictObject({ target: name, address: z.nullable(text), at: z.iso.datetime() }))
        .check(z.maxLength(MOST)),
      waiting: z.array(name).check(z.maxLength(MOST)),
      isSettled: z.optional(z.boolean()),
    }),
  )
  .check(z.maxLength(MOST))

/** What other libraries said that nobody here has settled: readers find the story there, or may soon. */
export function listOpenElsewhere(known: readonly Elsewhere[] = []): readonly Elsewhere[] {
  return known.filter(
    ({ shown, waiting, isSettled }) => isSettled !== true && (shown.length > 0 || waiting.length > 0),
  )
}

/**
 * What is known after a file has said something, too. Of each library the later word counts; of two that are equally
 * late, both do, so that no warning is lost. What was settled here stays settled until a library says something later.
 */
export function joinElsewhere(known: readonly Elsewhere[], told: readonly Elsewhere[]): readonly Elsewhere[] {
  const joined = new Map(known.map((each) => [each.library, each]))
  for (const { isSettled: _settledThere, ...each } of told) {
    const before = joined.get(each.library)
    if (before === undefined || before.sequence < each.sequence) joined.set(each.library, each)
    else if (before.sequence === each.sequence) joined.set(each.library, joinWords(before, each))
  }
  return [...joined.values()]
}

function joinWords(known: Elsewhere, told: Elsewhere): Elsewhere {
  const places = new Map([...known.shown, ...told.shown].map((place) => [place.target, place]))
  const waiting = [...new Set([...known.waiting, ...told.waiting])]
  return { ...known, shown: [...places.values()], waiting }
}
