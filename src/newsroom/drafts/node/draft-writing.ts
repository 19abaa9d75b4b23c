import { RedaksiError } from '../../../base/errors.ts'
import { createUuid } from '../../../base/ids.ts'
import { makeFolderDurably } from '../../../base/node/durable-write.ts'
import type { FileSystem } from '../../../base/node/file-system.ts'
import { removeQuietly } from '../../../base/node/temporary.ts'
import { adoptStory } from '../adopt.ts'
import type { DraftsErrorCode } from '../contract.ts'
import type { Draft } from '../draft.ts'
import { wouldEmpty } from '../empty.ts'
import {
  checkSave,
  createFirstDraft,
  isSameStory,
  reviseDraft,
  signHeadOff,
  type FirstDraft,
} from '../revise.ts'
import type { DraftAccess, DraftContext } from './draft-access.ts'
import type { Head } from './head.ts'
import type { LibraryLayout } from './layout.ts'
import type { DraftStore, SaveRequest } from './library.ts'
import { removeDraftFolder } from './remove-draft.ts'

type DraftWriting = Pick<
  DraftStore,
  | 'create'
  | 'save'
  | 'signOff'
  | 'dropSignOff'
  | 'markInReview'
  | 'trash'
  | 'untrash'
  | 'remove'
  | 'acceptOutside'
>

/** What is done to a draft. Each answer means that it is on the disk. */
export function createDraftWriting(context: DraftContext, access: DraftAccess): DraftWriting {
  return {
    create: (story, { source = null, template } = {}) =>
      createDraft(context, access, { story, source, ...(template === undefined ? {} : { template }) }),
    save: (id, request) => access.change(id, (head) => saveDraft(access, head, request)),
    signOff: (id, request) =>
      access.change(id, async ({ draft }) => {
        const signed = signHeadOff(draft, request, access.stamp())
        // First the text that is signed, then the signature: it never names what is not there.
        await access.keep(draft, 'sign-off', request.by)
        return signed
      }),
    dropSignOff: (id) =>
      access.change(id, ({ draft }) => (draft.signOff === null ? draft : { ...draft, signOff: null })),
    markInReview: (id) => access.change(id, ({ draft }) => ({ ...draft, inReview: draft.revision })),
    trash: (id) =>
      access.change(id, ({ draft }) =>
        draft.trashedAt === null ? { ...draft, trashedAt: access.stamp() } : draft,
      ),
    untrash: (id) =>
      access.change(id, ({ draft }) => (draft.trashedAt === null ? draft : { ...draft, trashedAt: null })),
    remove: (id) => access.alone(id, () => removeDraft(context, access, id)),
    acceptOutside: (id) =>
      access.change(id, async ({ draft, isOutside }) => {
        if (!isOutside) return draft
        const accepted = { ...draft, revision: await access.findNextRevision(draft) }
        await access.keep(accepted, 'outside')
        return accepted
      }),
  }
}

async function createDraft(
  { layout, random, files }: DraftContext,
  access: DraftAccess,
  first: Pick<FirstDraft, 'story' | 'source' | 'template'>,
): Promise<Draft> {
  const id = createUuid(random)
  return access.alone(id, async () => {
    const draft = createFirstDraft({
      id,
      order: await access.order.take(),
      at: access.stamp(),
      ...first,
    })
    try {
      await makeFolderDurably(layout.draftFolder(id), files)
      await access.keep(draft, 'create')
      // Written last: before it is there, nobody sees a draft.
      return await access.write(draft)
    } catch (error) {
      await clearAway(layout, draft, files)
      throw error
    }
  })
}

/** Removes what a creation that failed had made; what cannot be removed, doctor finds. */
async function clearAway(layout: LibraryLayout, { id, revision }: Draft, files: FileSystem): Promise<void> {
  await removeQuietly(layout.snapshot(id, revision), files)
  for (const folder of [layout.history(id), layout.draftFolder(id)])
    await files.removeFolder(folder).catch(() => {})
}

async function removeDraft(
  { layout, files, index }: DraftContext,
  { drafts }: DraftAccess,
  id: string,
): Promise<void> {
  const { draft } = await drafts.read(id)
  if (draft.trashedAt === null) throw new RedaksiError<DraftsErrorCode>('drafts.not-trashed', { id })
  await removeDraftFolder(layout, id, files)
  drafts.forget(id)
  // A row that cannot be taken out now is missed when the index is opened next.
  await index.refresh(id).catch(() => {})
}

async function saveDraft(access: DraftAccess, head: Head, request: SaveRequest): Promise<Draft> {
  const { draft } = head
  const story = adoptStory(draft.story, request.story)
  // The same text again is no edit: it must not undo a sign-off. Based on an older revision it is a save whose answer was
  // lost, perhaps with a process that was killed before it had flushed the folder: it is written anew.
  if (isSameStory(draft.story, story)) return request.baseRevision === draft.revision ? draft : { ...draft }
  checkSave(draft, request)
  if (wouldEmpty(draft.story, story)) await access.keep(draft, 'emptied')
  const revision = await access.findNextRevision(draft)
  access.keepReplaced(head)
  return reviseDraft(draft, story, { revision, order: await access.order.take(), at: access.stamp() })
}
