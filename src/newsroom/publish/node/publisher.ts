import { RedaksiError } from '../../../base/errors.ts'
import type { PublishErrorCode } from '../contract.ts'
import type { Entry, EntrySummary, SyncReport } from '../entry.ts'
import { derivePublication, getHolding, listHoldings } from '../ledger.ts'
import type { StoryLedger } from '../methods.ts'
import type { Target, TargetAdapter } from '../target.ts'
import { openDesk, type Desk, type DeskOptions } from './desk.ts'
import { examineRecords, type RecordProblem } from './examine.ts'
import type { Outbox } from './outbox.ts'
import {
  enqueueArticle,
  enqueueWithdrawal,
  summariseAll,
  summariseStored,
  type EnqueueRequest,
  type QueueServices,
  type WithdrawRequest,
} from './queue.ts'
import { recoverOutbox } from './recover.ts'
import { startRun, systemSleep, type Sleep } from './sync.ts'
import { openTargetFile, requireTarget, type TargetFile } from './targets.ts'

export interface PublisherOptions extends DeskOptions {
  readonly adapters: (target: Target) => TargetAdapter
  /** The bytes of an outgoing photo, by their SHA-256; left out, there are none. */
  readonly readPhoto?: (sha256: string) => Promise<Uint8Array>
  /** The bytes of an attachment, by their SHA-256; left out, there are none. */
  readonly readAttachment?: (sha256: string) => Promise<Uint8Array>
  readonly sleep?: Sleep
  /** Off only in the test that shows what it is good for. */
  readonly lookUpBeforeResend?: boolean
}

export interface SyncOptions {
  /** Returns once what is due is done, and what falls due soon; otherwise it goes on until the signal. */
  readonly once: boolean
  /** How long `once` waits for what falls due, after the start and after each success: 30 s, in milliseconds. */
  readonly patience?: number
  readonly signal?: AbortSignal
  /** Hears of each entry as its state changes. */
  readonly onProgress?: (entry: EntrySummary) => void
}

/** The outbox and the ledger of a library. What a call has returned is on the disk. */
export interface Publisher {
  /** Fails with `publish.no-targets` or `publish.target-unknown`. */
  enqueue(request: EnqueueRequest): Promise<readonly EntrySummary[]>
  withdraw(request: WithdrawRequest): Promise<readonly EntrySummary[]>
  /** What is in the outbox, in order. */
  entries(): Promise<readonly EntrySummary[]>
  /**
   * Tries an entry again as soon as its turn comes. After a conflict this agrees to replace what the target holds.
   * Fails with `publish.entry-unknown`, or `publish.entry-superseded` when the target holds a newer revision.
   */
  retry(id: string): Promise<EntrySummary>
  /** Fails with `publish.entry-unknown`, or without `force` with `publish.entry-in-doubt`. */
  drop(id: string, options?: { readonly force?: boolean }): Promise<void>
  /** Fails with `publish.sync-running` while another one runs, and when this machine's own disk fails. */
  sync(options: SyncOptions): Promise<SyncReport>
  /** The ledgers of all stories, or of one: none when nothing is known of it. Targets it waits for count in `publication`. */
  ledger(draft?: string): Promise<readonly StoryLedger[]>
  /** Checks every ledger's chain and every entry's file. It changes nothing. */
  verify(): Promise<readonly RecordProblem[]>
}

/** Makes the publisher of a library. Nothing is read before it is asked for. */
export function createPublisher(options: PublisherOptions): Publisher {
  const desk = openDesk(options)
  const targets = openTargetFile(options.folder)
  let isSyncing = false
  return {
    enqueue: (request) =>
      desk.change(async (services) => {
        const known = await targets.list()
        if (request.targets.length === 0) throw new RedaksiError<PublishErrorCode>('publish.no-targets')
        for (const name of request.targets) requireTarget(known, name)
        return enqueueArticle(services, request)
      }),
    withdraw: (request) => desk.change((services) => enqueueWithdrawal(services, request)),
    entries: async () => summariseAll((await desk.readOutbox()).list()),
    retry: (id) => desk.change((services) => retryEntry(services, id)),
    drop: (id, { force = false } = {}) => desk.change((services) => dropEntry(services, id, force)),
    async sync(sync) {
      if (isSyncing) throw new RedaksiError<PublishErrorCode>('publish.sync-running')
      isSyncing = true
      try {
        return await runSync(desk, targets, options, sync)
      } finally {
        isSyncing = false
        desk.onEntry = () => undefined
      }
    },
    ledger: (draft) => readLedgers(desk, draft),
    verify: async () => examineRecords(options.folder, desk.ledgers, (await desk.readOutbox()).damaged),
  }
}

const PATIENCE = 30_000

const readNothing = (): Promise<never> => Promise.reject(new Error('no such files are kept here'))

async function runSync(
  desk: Desk,
  targets: TargetFile,
  {
    adapters,
    readPhoto = readNothing,
    readAttachment = readNothing,
    clock,
    random,
    sleep = systemSleep,
    lookUpBeforeResend = true,
  }: PublisherOptions,
  {
    once,
    patience = PATIENCE,
    signal = new AbortController().signal,
    onProgress = () => undefined,
  }: SyncOptions,
): Promise<SyncReport> {
  await desk.run?.settle()
  const done: EntrySummary[] = []
  const { outbox, run } = await desk.change(async ({ outbox, ledgers }) => {
    await recoverOutbox(outbox, ledgers, clock)
    desk.onEntry = (entry) =>
      void (outbox.get(entry.id) !== null && onProgress(summariseStored(outbox, entry)))
    const onDone = (entry: EntrySummary) => {
      done.push(entry)
      onProgress(entry)
    }
    const delivery = { outbox, ledgers, clock, random, lookUpBeforeResend, readPhoto, readAttachment }
    const run = startRun({
      delivery,
      targets,
      adapters,
      clock,
      random,
      sleep,
      once,
      patience,
      signal,
      onDone,
    })
    desk.run = run
    return { outbox, run }
  })
  await run.ended
  return report(run.sent.size, done, outbox)
}

function report(sent: number, done: readonly EntrySummary[], outbox: Outbox): SyncReport {
  const left = summariseAll(outbox.list())
  const count = (...states: readonly EntrySummary['state'][]) =>
    left.filter((each) => states.includes(each.state)).length
  return {
    sent,
    done: done.length,
    unknown: count('unknown', 'sending'),
    parked: count('parked'),
    waiting: count('queued', 'paused'),
    entries: [...done, ...left],
  }
}

async function retryEntry({ outbox, ledgers, isOut }: QueueServices, id: string): Promise<EntrySummary> {
  const entry = requireEntry(outbox, id)
  const newest = getHolding(await ledgers.read(entry.draft), entry.target)
  if (entry.kind !== 'withdraw' && newest !== null && newest.revision > entry.revision) {
    throw new RedaksiError<PublishErrorCode>('publish.entry-superseded', { id, revision: newest.revision })
  }
  if (!isOut(id) && entry.state !== 'sending') await outbox.advance(id, { kind: 'retry' })
  return summariseStored(outbox, outbox.get(id) ?? entry)
}

/** What may have arrived is dropped only by someone who says so: the ledger would not know of it. */
async function dropEntry({ outbox, isOut }: QueueServices, id: string, force: boolean): Promise<void> {
  const entry = requireEntry(outbox, id)
  const isInDoubt = isOut(id) || entry.state === 'sending' || entry.state === 'unknown'
  if (isInDoubt && !force) throw new RedaksiError<PublishErrorCode>('publish.entry-in-doubt', { id })
  await outbox.remove(id)
}

function requireEntry(outbox: Outbox, id: string): Entry {
  const entry = outbox.get(id)
  if (entry === null) throw new RedaksiError<PublishErrorCode>('publish.entry-unknown', { id })
  return entry
}

async function readLedgers(desk: Desk, draft: string | undefined): Promise<readonly StoryLedger[]> {
  const outbox = await desk.readOutbox()
  const drafts = draft === undefined ? await desk.ledgers.list() : [draft]
  const articles: StoryLedger[] = []
  for (const each of drafts) {
    const ledger = await desk.ledgers.inspect(each)
    if (ledger.records.length === 0) continue
    const waiting = outbox.list().filter((entry) => entry.draft === each && entry.kind !== 'withdraw')
    const publication = derivePublication(
      ledger.records,
      waiting.map((entry) => entry.target),
    )
    articles.push({ ...ledger, publication, targets: listHoldings(ledger.records) })
  }
  return articles
}
