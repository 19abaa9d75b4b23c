import { isRedaksiError, RedaksiError } from '../../../base/errors.ts'
import { writeFileDurably } from '../../../base/node/durable-write.ts'
import type { DraftsErrorCode } from '../contract.ts'
import { DRAFT_SCHEMA, type Draft } from '../draft.ts'
import type { Snapshot } from '../snapshot.ts'
import type { DraftAccess, DraftContext } from './draft-access.ts'
import { encodeDraft } from './encode-draft.ts'
import type { Recovery } from './library.ts'
import { keepInQuarantine } from './quarantine.ts'

/**
 * Puts the newest good generation in a damaged draft's place, as a new revision: it is not known what exactly was
 * lost, so nothing that was signed off or sent holds for it. The damaged bytes stay in quarantine.
 * Null when the draft is not damaged. Fails with `drafts.not-recoverable` {id}, or `drafts.not-found`.
 */
export async function recoverDraft(
  { layout, files, index }: DraftContext,
  access: DraftAccess,
  id: string,
): Promise<Recovery | null> {
  const damage = await findDamage(access, id)
  if (damage === null) return null
  const path = layout.draft(id)
  const found = await findNewestGood(access, id)
  if (found === null && isRedaksiError(damage, 'drafts.not-found')) throw damage
  if (found === null) throw new RedaksiError<DraftsErrorCode>('drafts.not-recoverable', { id }, damage)
  const exists = (await files.stat(path)) !== null
  const quarantine = exists ? await keepInQuarantine(layout, path, files) : null
  const bytes = exists ? await files.read(path) : new Uint8Array()
  const [at, order] = [access.stamp(), await access.order.take()]
  const revision =
    Math.max(found.draft.revision, await access.findNextRevision(found.draft), guessRevision(bytes)) + 1
  const draft: Draft = { ...found.draft, revision, order, updatedAt: at, inReview: null }
  await access.keep(draft, 'restore')
  // Straight over the damaged file, whose bytes are safe: at no moment is there no draft.
  await writeFileDurably(path, encodeDraft(draft), { files })
  access.drafts.forget(id)
  await index.refresh(id)
  return { id, quarantine, from: found.from, revision }
}

/** Why the draft cannot be read. A history without a draft, as an interrupted creation leaves it, counts as damage. */
async function findDamage(access: DraftAccess, id: string): Promise<RedaksiError | null> {
  try {
    await access.drafts.read(id)
    return null
  } catch (error) {
    if (isRedaksiError(error, 'drafts.damaged') || isRedaksiError(error, 'drafts.not-found')) return error
    throw error
  }
}

interface Found {
  readonly from: Recovery['from']
  readonly draft: Draft
}

async function findNewestGood(access: DraftAccess, id: string): Promise<Found | null> {
  const previous = (await access.drafts.readPrevious(id))?.draft ?? null
  const snapshot = await findNewestSnapshot(access, id)
  if (snapshot !== null && snapshot.revision > (previous?.revision ?? 0)) {
    return { from: 'snapshot', draft: toDraft(id, snapshot, previous) }
  }
  return previous === null ? null : { from: 'previous', draft: previous }
}

async function findNewestSnapshot({ history }: DraftAccess, id: string): Promise<Snapshot | null> {
  for (const revision of (await history.list(id)).toReversed()) {
    const kept = await history.read(id, revision).catch(() => null)
    if (kept !== null) return kept
  }
  return null
}

function toDraft(id: string, { revision, at, story }: Snapshot, previous: Draft | null): Draft {
  if (previous !== null) return { ...previous, revision, story }
  const nothingKnown = { signOff: null, inReview: null, trashedAt: null, source: null }
  return {
    schema: DRAFT_SCHEMA,
    id,
    revision,
    order: 0,
    createdAt: at,
    updatedAt: at,
    story,
    ...nothingKnown,
  }
}

/** The revision that the damaged bytes still name, so that its number is not given to another text; 0 when they do not. */
function guessRevision(bytes: Uint8Array): number {
  const [, digits] = /"revision":\s*(\d{1,9})\b/.exec(new TextDecoder().decode(bytes)) ?? []
  return Number(digits ?? 0)
}
