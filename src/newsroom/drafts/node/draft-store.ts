import type { IndexClient } from './index-client.ts'
import { createDraftAccess, type DraftContext } from './draft-access.ts'
import { createDraftHistory } from './draft-history.ts'
import { createDraftReceiving } from './draft-receiving.ts'
import { createDraftWriting } from './draft-writing.ts'
import type { DraftStore } from './library.ts'
import { recoverDraft } from './recover.ts'
import { resolveDraftId } from './resolve-id.ts'

/** Opens the drafts of a library. Nothing is read before it is asked for; the index starts with the first list. */
export function createDraftStore(context: DraftContext): DraftStore {
  const { layout, files, index } = context
  const access = createDraftAccess(context)
  return {
    ...createDraftWriting(context, access),
    ...createDraftHistory(context, access),
    ...createDraftReceiving(context, access),
    ...createDraftFinding(index),
    read: async (id) => (await access.drafts.read(id)).draft,
    resolveId: (text) => resolveDraftId(layout, files, text),
    recoverDraft: (id) => access.alone(id, () => recoverDraft(context, access, id)),
    settle: access.settle,
  }
}

type DraftFinding = Pick<
  DraftStore,
  | 'list'
  | 'listIds'
  | 'listChoices'
  | 'readArchive'
  | 'listPublished'
  | 'findExpired'
  | 'findBySource'
  | 'isSlugTaken'
  | 'setQueuedStatuses'
  | 'refresh'
>

function createDraftFinding(index: IndexClient): DraftFinding {
  return {
    list: (request = {}) => index.ask('list', request),
    listIds: (request = {}) => index.ask('listIds', request),
    listChoices: (filter = {}) => index.ask('listChoices', filter),
    readArchive: (request = {}) => index.ask('readArchive', request),
    listPublished: (months) => index.ask('listPublished', months),
    findExpired: (before) => index.ask('findExpired', before),
    findBySource: (sha256) => index.ask('findBySource', sha256),
    isSlugTaken: (slug, exceptId = '') => index.ask('isSlugTaken', slug, exceptId),
    setQueuedStatuses: index.setQueuedStatuses,
    refresh: index.refresh,
  }
}
