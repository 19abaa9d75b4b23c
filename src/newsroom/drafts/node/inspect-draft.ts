import { join } from 'node:path'
import { getPreviousPath } from '../../../base/node/json-file.ts'
import type { Draft } from '../draft.ts'
import type { DraftsProblemCode, LibraryProblem } from '../problem.ts'
import { parseRevisionNames } from '../revision-names.ts'
import { isSameStory } from '../revise.ts'
import type { Snapshot } from '../snapshot.ts'
import { checkFile } from './check-file.ts'
import { parseHead } from './head.ts'
import { parseKept } from './history.ts'
import { readSnapshotName, type LibraryLayout } from './layout.ts'
import { listFolder } from './list-folder.ts'

/** Looks one draft over: its file, the generation before, and every kept revision. */
export async function inspectDraft(layout: LibraryLayout, id: string): Promise<readonly LibraryProblem[]> {
  const path = layout.draft(id)
  const head = await checkFile(path, (value) => parseHead(value, id))
  const previous = await checkFile(getPreviousPath(path), (value) => parseHead(value, id))
  const history = await inspectHistory(layout, id)
  const problems = [...history.problems]
  const add = (code: DraftsProblemCode, where: string, detail: string | null = null) =>
    problems.push({ code, path: where, detail })
  const names = await checkFile(layout.revisionNames(id), parseRevisionNames)
  if (names.state === 'damaged') add('drafts.names-damaged', layout.revisionNames(id))
  if (previous.state === 'damaged') add('drafts.previous-damaged', getPreviousPath(path))
  if (head.state === 'good') {
    if (head.value.isOutside) add('drafts.draft-outside', path)
    const lost = findLostSignOff(head.value.draft, history.kept)
    if (lost !== null) add('drafts.sign-off-lost', layout.snapshot(id, lost), String(lost))
  } else if (head.state === 'missing' && previous.state === 'missing') {
    add('drafts.draft-unfinished', layout.draftFolder(id))
  } else {
    const snapshot = history.kept.size > 0 ? 'snapshot' : 'none'
    add('drafts.draft-damaged', path, previous.state === 'good' ? 'previous' : snapshot)
  }
  return problems
}

async function inspectHistory(layout: LibraryLayout, id: string) {
  const kept = new Map<number, Snapshot>()
  const problems: LibraryProblem[] = []
  for (const name of await listFolder(layout.history(id))) {
    const revision = readSnapshotName(name)
    if (revision === null) continue
    const path = join(layout.history(id), name)
    const checked = await checkFile(path, (value) => parseKept(value, revision))
    if (checked.state === 'good') kept.set(revision, checked.value)
    else problems.push({ code: 'drafts.snapshot-damaged', path, detail: String(revision) })
  }
  return { kept, problems }
}

/** The signed revision whose text is not kept, or, while it is the head, is not the text that stands there. */
function findLostSignOff(
  { signOff, revision, story }: Draft,
  kept: ReadonlyMap<number, Snapshot>,
): number | null {
  if (signOff === null) return null
  const snapshot = kept.get(signOff.revision)
  if (snapshot === undefined) return signOff.revision
  return signOff.revision === revision && !isSameStory(snapshot.story, story) ? revision : null
}
