/**
 * What an inspection of a library may find. `detail` is given in brackets.
 * `file-damaged`, `file-missing`: library.json, house.json, targets.json. `draft-damaged` [`previous`, `snapshot` or
 * `none`: what it can be recovered from]. `previous-damaged`, `snapshot-damaged`: a former state. `draft-outside`:
 * changed by hand, or a flipped bit. `names-damaged`: the names of revisions. `sign-off-lost` [the revision]: the text that was signed off is not kept, or is
 * another one. `draft-unfinished`: its making was interrupted. `temporary`: a save that was interrupted. `open-mode` [the
 * mode]: others may read it. `index-damaged`.
 */
export const DRAFTS_PROBLEM_CODES = [
  'drafts.file-damaged',
  'drafts.file-missing',
  'drafts.draft-damaged',
  'drafts.previous-damaged',
  'drafts.snapshot-damaged',
  'drafts.names-damaged',
  'drafts.draft-outside',
  'drafts.sign-off-lost',
  'drafts.draft-unfinished',
  'drafts.temporary',
  'drafts.open-mode',
  'drafts.index-damaged',
] as const

export type DraftsProblemCode = (typeof DRAFTS_PROBLEM_CODES)[number]

/** One thing that is not as it should be. `path` is absolute. */
export interface LibraryProblem {
  readonly code: DraftsProblemCode
  readonly path: string
  readonly detail: string | null
}
