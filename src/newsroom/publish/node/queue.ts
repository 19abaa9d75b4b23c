import { toIso, type Clock } from '../../../base/clock.ts'
import { createUuid, type RandomBytes } from '../../../base/ids.ts'
import type { NinjsArticle } from '../../formats/index.ts'
import { summariseEntry, type Entry, type EntryKind, type EntrySummary, type Payload } from '../entry.ts'
import { getHolding, listHoldings, type Ledger, type LedgerRecord } from '../ledger.ts'
import { isPausing } from '../transitions.ts'
import type { Ledgers } from './ledgers.ts'
import type { Outbox } from './outbox.ts'

/** What is queued: an article as it stands at one revision, for some targets. */
export interface EnqueueRequest {
  readonly draft: string
  readonly article: NinjsArticle
  /** Names of targets. */
  readonly targets: readonly string[]
  readonly kind: Exclude<EntryKind, 'withdraw'>
}

export interface WithdrawRequest {
  readonly draft: string
  /** For readers. */
  readonly reason: string
}

/** What queueing works with. */
export interface QueueServices {
  readonly outbox: Outbox
  readonly ledgers: Ledgers
  readonly clock: Clock
  readonly random: RandomBytes
  /** Whether an entry is being tried at this moment. */
  isOut(id: string): boolean
}

/**
 * Queues an article for each target. Asked again for the same revision, it returns the entry of the first time, also
 * when that is done, unless a withdrawal has come after it.
 */
export async function enqueueArticle(
  services: QueueServices,
  request: EnqueueRequest,
): Promise<readonly EntrySummary[]> {
  const { draft, article, kind } = request
  if (article.uri !== `urn:uuid:${draft}`) throw new Error('the article is another draft’s')
  const ledger = await services.ledgers.read(draft)
  const made = { kind, draft, headline: article.headlines[0]?.value ?? '', revision: Number(article.version) }
  const summaries: EntrySummary[] = []
  for (const target of new Set(request.targets)) {
    const known = findArticle(services, ledger, target, made.revision)
    const payload: Payload = { kind: 'article', article }
    summaries.push(known ?? (await addEntry(services, { ...made, target, payload })))
  }
  return summaries
}

/**
 * Queues a withdrawal for each target that holds the story, or may, or waits for it; what waits there is dropped.
 * Asked again, it returns the entries of the first time. Nothing to withdraw gives no entries.
 */
export async function enqueueWithdrawal(
  services: QueueServices,
  request: WithdrawRequest,
): Promise<readonly EntrySummary[]> {
  const { draft, reason } = request
  const { outbox, ledgers } = services
  const ledger = await ledgers.read(draft)
  const live = outbox.list().filter((entry) => entry.draft === draft)
  const targets = new Set([...listHoldings(ledger.records), ...live].map((each) => each.target).sort())
  const summaries: EntrySummary[] = []
  for (const target of targets) {
    const there = live.filter((entry) => entry.target === target)
    const holding = getHolding(ledger, target)
    const known = findWithdrawal(services, draft, there, holding)
    const { headline = '', revision = 1 } = there.at(-1) ?? holding ?? {}
    const made = {
      kind: 'withdraw',
      draft,
      headline,
      revision: holding?.revision ?? revision,
      target,
    } as const
    summaries.push(known ?? (await addEntry(services, { ...made, payload: { kind: 'withdrawal', reason } })))
    for (const entry of there) await makeWay(services, entry)
  }
  return summaries
}

/** What is told of one entry as the outbox stands. */
export function summariseStored(outbox: Outbox, entry: Entry): EntrySummary {
  const isPaused = outbox.list().some((other) => other.target === entry.target && isPausing(other))
  return summariseEntry(entry, isPaused)
}

/** Entries are told as paused while their target is. */
export function summariseAll(entries: readonly Entry[]): readonly EntrySummary[] {
  const paused = new Set(entries.filter(isPausing).map((entry) => entry.target))
  return entries.map((entry) => summariseEntry(entry, paused.has(entry.target)))
}

/** What is told of an entry that has reached the ledger. */
function summariseRecord(draft: string, record: LedgerRecord): EntrySummary {
  const { entry: id, kind, headline, revision, target, attempts, address } = record
  return {
    id,
    kind,
    draft,
    headline,
    revision,
    target,
    state: 'done',
    attempts,
    dueAt: null,
    problem: null,
    address,
  }
}

function findArticle(
  { outbox }: QueueServices,
  ledger: Ledger,
  target: string,
  revision: number,
): EntrySummary | null {
  const lane = outbox.list().filter((entry) => entry.draft === ledger.draft && entry.target === target)
  const withdrawn = lane.findLast((entry) => entry.kind === 'withdraw')
  const waiting = lane.find(
    (entry) =>
      entry.kind !== 'withdraw' && entry.revision === revision && entry.order > (withdrawn?.order ?? -1),
  )
  if (waiting !== undefined) return summariseStored(outbox, waiting)
  const holding = getHolding(ledger, target)
  if (withdrawn !== undefined || holding === null || holding.kind === 'withdraw') return null
  return holding.revision === revision ? summariseRecord(ledger.draft, holding) : null
}

function findWithdrawal(
  { outbox }: QueueServices,
  draft: string,
  there: readonly Entry[],
  holding: LedgerRecord | null,
): EntrySummary | null {
  const last = there.at(-1)
  if (last?.kind === 'withdraw') return summariseStored(outbox, last)
  return there.length === 0 && holding?.kind === 'withdraw' ? summariseRecord(draft, holding) : null
}

async function addEntry(
  { outbox, clock, random }: QueueServices,
  made: Pick<Entry, 'kind' | 'draft' | 'headline' | 'revision' | 'target' | 'payload'>,
): Promise<EntrySummary> {
  const order = outbox.list().reduce((most, entry) => Math.max(most, entry.order + 1), 0)
  const createdAt = toIso(clock.now())
  const fresh = { state: 'queued', attempts: 0, failures: 0, dueAt: null, problem: null, seen: null } as const
  const entry: Entry = { schema: 1, id: createUuid(random), ...made, order, createdAt, ...fresh }
  await outbox.add(entry)
  return summariseStored(outbox, entry)
}

/** What waits is overtaken by the withdrawal that was just queued; what is unknown is looked up at once. */
async function makeWay({ outbox, isOut }: QueueServices, { id }: Entry): Promise<void> {
  const entry = outbox.get(id)
  if (entry === null || entry.kind === 'withdraw' || isOut(id)) return
  if (entry.state === 'unknown') await outbox.advance(id, { kind: 'retry' })
  else if (entry.state !== 'sending') await outbox.remove(id)
}
