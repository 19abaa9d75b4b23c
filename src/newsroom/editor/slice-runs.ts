import { mergeRuns } from '../formats/index.ts'
import type { Run } from '../story/index.ts'

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
