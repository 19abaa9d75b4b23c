import { RedaksiError } from '../../../base/errors.ts'
import type { DraftsErrorCode } from '../contract.ts'
import { cleanRevisionName } from '../revision-name.ts'
import { changeRevisionName } from '../revision-names.ts'
import type { RevisionInfo } from '../snapshot.ts'
import type { DraftAccess, DraftContext } from './draft-access.ts'
import type { DraftStore } from './library.ts'
import { createNamesFile } from './names-file.ts'
import { createRevisionList } from './revision-list.ts'
import { createThinning } from './thin-history.ts'

type DraftHistory = Pick<
  DraftStore,
  'listRevisions' | 'readRevision' | 'keepSnapshot' | 'nameRevision' | 'thinHistory'
>

/** The past of drafts. */
export function createDraftHistory({ layout, files }: DraftContext, access: DraftAccess): DraftHistory {
  const { drafts, history } = access
  const names = createNamesFile(layout, files)
  const listKept = createRevisionList(layout, history, files)

  /** Those that are damaged are left out here; asking for one, and doctor, say so. */
  async function listRevisions(id: string): Promise<readonly RevisionInfo[]> {
    const { signOff } = (await drafts.read(id)).draft
    const given = new Map((await names.read(id)).names.map(({ revision, name }) => [revision, name]))
    return (await listKept(id)).toReversed().map((kept) => ({
      ...kept,
      name: given.get(kept.revision) ?? null,
      signedOffBy: signOff?.revision === kept.revision ? signOff.by : null,
    }))
  }

  async function nameRevision(id: string, revision: number, typed: string | null): Promise<void> {
    const { draft } = await drafts.read(id)
    if (revision === draft.revision) await access.keep(draft, 'named')
    else if ((await history.read(id, revision)) === null) throw notFound(id, revision)
    const name = typed === null ? null : cleanRevisionName(typed)
    await names.change(id, (known) => changeRevisionName(known, { revision, name, at: access.stamp() }))
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
      throw notFound(id, revision)
    },
    keepSnapshot: (id, reason) =>
      access.alone(id, async () => {
        const { draft } = await drafts.read(id)
        await access.keep(draft, reason)
        return draft.revision
      }),
    nameRevision: (id, revision, name) => access.alone(id, () => nameRevision(id, revision, name)),
    thinHistory: createThinning(access, names),
  }
}

function notFound(id: string, revision: number): RedaksiError<DraftsErrorCode> {
  return new RedaksiError('drafts.revision-not-found', { id, revision })
}
