import {
  getDraftStatus,
  type Draft,
  type DraftList,
  type DraftStatus,
  type ListRequest,
} from '../newsroom/drafts/index.ts'
import { deriveLedgerStatus, type Publication } from '../newsroom/publish/index.ts'
import type { Newsroom } from './newsroom.ts'

/** What the outbox and the ledger add to a draft. */
export interface DraftFacts {
  readonly status: DraftStatus
  readonly publication: Publication
}

/** Where a draft stands: its one word for lists, and what its targets show. */
export async function readFacts({ publisher }: Newsroom, draft: Draft): Promise<DraftFacts> {
  const [article] = await publisher.ledger(draft.id)
  const published = article === undefined ? 'none' : deriveLedgerStatus(article.records)
  const isQueued = (await publisher.entries()).some((entry) => entry.draft === draft.id)
  const word = published !== 'withdrawn' && isQueued ? 'queued' : published
  return { status: getDraftStatus(draft, word), publication: article?.publication ?? 'none' }
}

/** Lists drafts, in step with the outbox and the ledger. */
export async function listDrafts({ library, overlay }: Newsroom, request: ListRequest): Promise<DraftList> {
  await overlay.bringInStep()
  return library.drafts.list(request)
}
