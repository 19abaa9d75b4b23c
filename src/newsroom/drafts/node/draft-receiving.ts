import { RedaksiError } from '../../../base/errors.ts'
import { makeFolderDurably } from '../../../base/node/durable-write.ts'
import { toWriteError } from '../../../base/node/failures.ts'
import { isSameJson } from '../../../base/same-json.ts'
import type { DraftsErrorCode } from '../contract.ts'
import type { Draft } from '../draft.ts'
import { joinElsewhere } from '../elsewhere.ts'
import type { JoinRequest, KeptDraft } from '../kept-draft.ts'
import { checkBase } from '../revise.ts'
import { changeRevisionName, type RevisionName } from '../revision-names.ts'
import { createSnapshot } from '../snapshot.ts'
import type { DraftAccess, DraftContext } from './draft-access.ts'
import { createDraftFiles } from './draft-files.ts'
import { createHistory } from './history.ts'
import { getLayout, type LibraryLayout } from './layout.ts'
import type { DraftStore } from './library.ts'
import { createNamesFile, type NamesFile } from './names-file.ts'
import { removeTree } from './remove-draft.ts'

type DraftReceiving = Pick<DraftStore, 'readKept' | 'adopt' | 'join' | 'noteElsewhere' | 'settleElsewhere'>

/**
 * Drafts that go to another library and come from one. It promises that a draft which comes in is there whole or not at
 * all, whenever the power goes, and that one which was there already keeps its text as a revision under a name.
 */
export function createDraftReceiving(context: DraftContext, access: DraftAccess): DraftReceiving {
  const names = createNamesFile(context.layout, context.files)
  return {
    readKept: (id) => readKept(access, names, context.person?.() ?? null, id),
    adopt: (kept) => access.alone(kept.draft.id, () => adoptDraft(context, access, kept)),
    join: (id, request) => access.change(id, ({ draft }) => joinDraft(access, names, draft, request)),
    noteElsewhere: (id, told) =>
      access.change(id, ({ draft }) => {
        const known = draft.elsewhere ?? []
        const joined = joinElsewhere(known, told)
        return isSameJson(known, joined) ? draft : { ...draft, elsewhere: joined }
      }),
    settleElsewhere: (id) =>
      access.change(id, ({ draft }) => {
        const { elsewhere = [] } = draft
        if (elsewhere.every(({ isSettled }) => isSettled === true)) return draft
        return { ...draft, elsewhere: elsewhere.map((each) => ({ ...each, isSettled: true })) }
      }),
  }
}

/** What is damaged in the past is left out: doctor finds it. */
async function readKept(
  { drafts, history }: DraftAccess,
  names: NamesFile,
  person: string | null,
  id: string,
): Promise<KeptDraft> {
  const { draft } = await drafts.read(id)
  const snapshots = []
  for (const revision of await history.list(id)) {
    if (revision > draft.revision) continue
    const kept = await history.read(id, revision).catch(() => null)
    if (kept !== null) snapshots.push(kept)
  }
  if (snapshots.at(-1)?.revision !== draft.revision) snapshots.push(createSnapshot(draft, 'handover', person))
  const kept = new Set(snapshots.map(({ revision }) => revision))
  const given = (await names.read(id)).names.filter(({ revision }) => kept.has(revision))
  return { draft, snapshots, names: given }
}

/** The draft is laid out as a whole in a folder apart; one rename brings it into the library. */
async function adoptDraft(
  context: DraftContext,
  access: DraftAccess,
  { draft, snapshots, names }: KeptDraft,
): Promise<Draft> {
  const { layout, files, index } = context
  const { id } = draft
  if ((await files.stat(layout.draftFolder(id))) !== null)
    throw new RedaksiError<DraftsErrorCode>('drafts.already-there', { id })
  const staged = getLayout(layout.receiving)
  const adopted = { ...draft, order: await access.order.take() }
  try {
    await removeTree(staged.draftFolder(id), files)
    await makeFolderDurably(staged.draftFolder(id), files)
    const history = createHistory(staged, files)
    for (const snapshot of snapshots) await history.keep(id, snapshot)
    if (names.length > 0) await createNamesFile(staged, files).change(id, () => ({ schema: 1, names }))
    await createDraftFiles(staged, files).write(adopted)
    await moveIn(context, staged, id)
  } catch (error) {
    await removeTree(staged.draftFolder(id), files).catch(() => undefined)
    throw toWriteError(layout.draftFolder(id), error)
  }
  // A row that cannot be written now is read when the index is opened next.
  await index.refresh(id).catch(() => {})
  return adopted
}

async function moveIn({ layout, files }: DraftContext, staged: LibraryLayout, id: string): Promise<void> {
  await makeFolderDurably(layout.drafts, files)
  await files.rename(staged.draftFolder(id), layout.draftFolder(id))
  await files.syncFolder(staged.drafts)
  await files.syncFolder(layout.drafts)
}

/**
 * The head that was there is kept, then all that came; the new head is written last, by whoever asked. What came before a
 * failure is taken out again; killed in between, the library has some more of the past, and the head that it had.
 */
async function joinDraft(
  access: DraftAccess,
  names: NamesFile,
  draft: Draft,
  { baseRevision, head, snapshots, names: given }: JoinRequest,
): Promise<Draft> {
  const { id } = draft
  checkBase(draft, baseRevision)
  if (head.revision < (await access.findNextRevision(draft))) throw new Error('the revision is taken')
  await access.keep(draft, 'handover')
  const before = new Set(await access.history.list(id))
  try {
    for (const snapshot of snapshots) await access.keepSnapshot(id, snapshot)
    await addNames(names, id, given)
  } catch (error) {
    for (const { revision } of snapshots)
      if (!before.has(revision)) await access.history.remove(id, revision).catch(() => undefined)
    throw error
  }
  return { ...draft, ...head, trashedAt: null, order: await access.order.take() }
}

/** A name that was given here stays. */
async function addNames(names: NamesFile, id: string, given: readonly RevisionName[]): Promise<void> {
  if (given.length === 0) return
  await names.change(id, (known) => {
    const named = new Set(known.names.map(({ revision }) => revision))
    return given
      .filter(({ revision }) => !named.has(revision))
      .reduce((all, each) => changeRevisionName(all, each), known)
  })
}
