import { isRedaksiError } from '../../../base/errors.ts'
import { isSameJson } from '../../../base/same-json.ts'
import { listOpenElsewhere, type Elsewhere, type KeptDraft } from '../../drafts/index.ts'
import type { DraftStore } from '../../drafts/node/index.ts'
import { findCommonRevision, findHandoverCase } from '../lineage.ts'
import type { HandoverSide, HandoverView } from '../view.ts'
import type { CheckedHandover } from './check-handover.ts'
import { createChain } from './digest-story.ts'
import type { HandoverServices } from './services.ts'

/** The story as it is here, with its past; null when it is not here. A damaged one fails: it must be mended first. */
export async function readHere(drafts: Pick<DraftStore, 'readKept'>, id: string): Promise<KeptDraft | null> {
  try {
    return await drafts.readKept(id)
  } catch (error) {
    if (isRedaksiError(error, 'drafts.not-found')) return null
    throw error
  }
}

/** What a person is shown of a file before anything is decided. */
export async function createView(
  services: HandoverServices,
  handle: string,
  { manifest, kept, photos, attachments }: CheckedHandover,
  here: KeptDraft | null,
): Promise<HandoverView> {
  const mine = createChain(here?.snapshots ?? [])
  const known = new Set(mine.map(({ story }) => story))
  const records = await services.photos.list(photos.map(({ record }) => record.id))
  const there = new Map(records.map((record) => [record.id, record]))
  const files = await services.attachments.list(attachments.map(({ record }) => record.id))
  return {
    handle,
    kind: findHandoverCase(mine, manifest.chain),
    id: manifest.draft,
    from: manifest.from,
    theirs: describeSide(kept),
    mine: here === null ? null : describeSide(here),
    common: findCommonRevision(mine, manifest.chain),
    isTrashed: here !== null && here.draft.trashedAt !== null,
    revisions: manifest.chain.filter(({ story }) => !known.has(story)).length,
    photos: photos.length - records.length,
    attachments: attachments.length - files.length,
    otherwise: photos.filter(({ record: { addedAt: _there, ...told } }) => {
      const { addedAt: _here, ...said } = there.get(told.id) ?? { ...told, addedAt: '' }
      return !isSameJson(told, said)
    }).length,
    elsewhere: listOpenElsewhere(await listNews(services, kept)),
  }
}

/** What a file says of other libraries. Of this one its own ledger speaks, unless it was put back to an earlier day. */
export async function listNews(
  { library, readOwn }: Pick<HandoverServices, 'library' | 'readOwn'>,
  { draft: { id, elsewhere = [] } }: Pick<KeptDraft, 'draft'>,
): Promise<readonly Elsewhere[]> {
  const own = (await readOwn(id))?.sequence ?? 0
  return elsewhere.filter((each) => each.library !== library.id || each.sequence > own)
}

function describeSide({ draft, snapshots }: KeptDraft): HandoverSide {
  const { revision, updatedAt, story } = draft
  return { revision, at: updatedAt, by: snapshots.at(-1)?.by ?? null, story }
}
