import { RedaksiError } from '../../../base/errors.ts'
import type { DraftsErrorCode } from '../contract.ts'
import type { RevisionInfo } from '../snapshot.ts'
import { chooseThinned } from '../thin.ts'
import type { DraftAccess } from './draft-access.ts'
import type { DraftStore } from './library.ts'

type DraftHistory = Pick<DraftStore, 'listRevisions' | 'readRevision' | 'keepSnapshot' | 'thinHistory'>

/** The past of drafts. */
export function createDraftHistory(access: DraftAccess): DraftHistory {
  const { drafts, history } = access

  async function listRevisions(id: string): Promise<readonly RevisionInfo[]> {
    await drafts.read(id)
    const infos: RevisionInfo[] = []
    for (const revision of (await history.list(id)).toReversed()) {
      // One that is damaged is left out here; asking for it, and doctor, say so.
      const kept = await history.read(id, revision).catch(() => null)
      if (kept !== null) infos.push({ revision, at: kept.at, reason: kept.reason })
    }
    return infos
  }

  return {
    listRevisions,
    async readRevision(id, revision) {
      const { draft } = await drafts.read(id)
      if (revision === draft.revision) return draft.story
      const kept = await history.read(id, revision)
      if (kept !== null) return kept.story
      const previous = await drafts.readPrevious(id)
      if (previous?.draft.revision === revision) return previous.draft.story
      throw new RedaksiError<DraftsErrorCode>('drafts.revision-not-found', { id, revision })
    },
    keepSnapshot: (id, reason) =>
      access.alone(id, async () => {
        const { draft } = await drafts.read(id)
        await access.keep(draft, reason)
        return draft.revision
      }),
    thinHistory: (id, named) =>
      access.alone(id, async () => {
        const { signOff } = (await drafts.read(id)).draft
        const stays = new Set(signOff === null ? named : [...named, signOff.revision])
        const removed = chooseThinned(await listRevisions(id), stays, Date.parse(access.stamp()))
        for (const revision of removed) await history.remove(id, revision)
        return removed
      }),
  }
}
