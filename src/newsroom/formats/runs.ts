import { cleanLink, type Run } from '../story/index.ts'

/**
 * Joins neighbours with the same marks and drops empty runs: the one form of a text that formats write and read back.
 * Two lists of runs print the same if and only if they are equal in this form.
 */
export function mergeRuns(runs: readonly Run[]): readonly Run[] {
  const merged: Run[] = []
  for (const run of runs) {
    const last = merged.at(-1)
    if (run.text === '') continue
    if (last !== undefined && hasSameMarks(last, run)) {
      merged[merged.length - 1] = { ...last, text: last.text + run.text }
    } else merged.push(run)
  }
  return merged
}

/** Runs fit to leave: merged, every link cleaned, and a link that does not pass `cleanLink` left as its text. */
export function cleanRuns(runs: readonly Run[]): readonly Run[] {
  return mergeRuns(runs.map(cleanRun))
}

/** Runs with `text` before them, without marks. */
export function prependText(text: string, runs: readonly Run[]): readonly Run[] {
  return mergeRuns([{ text }, ...runs])
}

/** Runs with `text` after them, without marks. */
export function appendText(runs: readonly Run[], text: string): readonly Run[] {
  return mergeRuns([...runs, { text }])
}

/** What is left of runs between two offsets in UTF-16 units of their joined text, merged. */
export function sliceRuns(runs: readonly Run[], start: number, end = Infinity): readonly Run[] {
  let at = 0
  const kept = runs.map((run) => {
    const from = at
    at += run.text.length
    return { ...run, text: run.text.slice(Math.max(0, start - from), Math.max(0, end - from)) }
  })
  return mergeRuns(kept)
}

function cleanRun(run: Run): Run {
  if (run.link === undefined) return run
  const { link, ...plain } = run
  const cleaned = cleanLink(link)
  return cleaned === null ? plain : { ...plain, link: cleaned }
}

function hasSameMarks(a: Run, b: Run): boolean {
  return a.bold === b.bold && a.italic === b.italic && a.link === b.link
}
