import { toIso, type Clock } from '../../../base/clock.ts'
import type { RandomBytes } from '../../../base/ids.ts'
import { computeBackoff } from '../backoff.ts'
import { SECRETLESS_CODES } from '../contract.ts'
import { summariseEntry, type Entry, type EntrySummary, type Problem } from '../entry.ts'
import type { TryFailure } from '../failure.ts'
import { hasWithdrawalBehind } from '../turns.ts'
import { digestPayload } from './digest.ts'
import type { Ledgers } from './ledgers.ts'
import type { Outbox } from './outbox.ts'

/** What a try told of the way to the host. */
export type TrySignal =
  | { readonly kind: 'answered' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'trouble'; readonly retryAfter: number | null }

export const ANSWERED: TrySignal = { kind: 'answered' }

/** Where outcomes are put, and who hears of them. */
export interface Records {
  readonly outbox: Outbox
  readonly ledgers: Ledgers
  readonly clock: Clock
  readonly random: RandomBytes
  readonly onDone: (entry: EntrySummary) => void
}

/**
 * Moves an entry into the ledger. The outbox lets go of it only when the ledger holds it on the disk; killed in between,
 * the next sync finds it in both and only lets go.
 */
export async function recordDone(
  records: Records,
  entry: Entry,
  found: { readonly version: string | null; readonly address: string | null },
): Promise<TrySignal> {
  const { id, kind, draft, target, revision, headline, payload, attempts } = entry
  const { version, address } = found
  const at = toIso(records.clock.now())
  const facts = { entry: id, kind, target, revision, headline, version, address, attempts, at }
  await records.ledgers.append(draft, { ...facts, sha256: digestPayload(payload) })
  await records.outbox.remove(id)
  records.onDone({ ...summariseEntry(entry, false), state: 'done', dueAt: null, problem: null, address })
  return ANSWERED
}

/** Records a write that did not succeed. */
export async function recordFailure(records: Records, entry: Entry, failure: TryFailure): Promise<TrySignal> {
  const { outbox } = records
  const problem = describeProblem(records, failure)
  switch (failure.code) {
    case 'publish.not-sent':
      await outbox.advance(entry.id, { kind: 'not-sent', problem })
      break
    case 'publish.unauthorised':
    case 'publish.secret-missing':
    case 'publish.secret-unavailable':
      await outbox.advance(entry.id, { kind: 'unauthorised', problem })
      break
    case 'publish.busy':
      await outbox.advance(entry.id, { kind: 'busy', problem, dueAt: getDue(records, entry, failure) })
      break
    case 'publish.outcome-unknown':
      await outbox.advance(entry.id, { kind: 'lost', problem, dueAt: getDue(records, entry, failure) })
      break
    default:
      return recordParked(records, entry, failure, null)
  }
  await letOvertake(records, entry.id)
  return getSignal(failure)
}

/** Records that the target did not tell what it holds: what was not known before is not known now. */
export async function recordSilence(records: Records, entry: Entry, failure: TryFailure): Promise<TrySignal> {
  const { outbox } = records
  const problem = describeProblem(records, failure)
  if (failure.code === 'publish.unauthorised' || SECRETLESS_CODES.includes(failure.code)) {
    await outbox.advance(entry.id, { kind: 'unauthorised', problem })
    return ANSWERED
  }
  const isHeldByHost = failure.code === 'publish.not-sent'
  const dueAt = isHeldByHost ? null : getDue(records, entry, failure)
  const isSending = entry.state === 'sending'
  await outbox.advance(entry.id, { kind: isSending ? 'lost' : 'look-up-failed', problem, dueAt })
  return isHeldByHost ? { kind: 'unreachable' } : { kind: 'trouble', retryAfter: failure.retryAfter }
}

/** Records that a photo or an attachment of the article is not there yet: nothing of the article has left. */
export async function recordPhotoFailure(
  records: Records,
  entry: Entry,
  failure: TryFailure,
): Promise<TrySignal> {
  const isFinal = NEEDS_PERSON.includes(failure.code)
  return isFinal ? recordParked(records, entry, failure, null) : recordSilence(records, entry, failure)
}

const NEEDS_PERSON = [
  'publish.rejected',
  'publish.conflict',
  'publish.photo-missing',
  'publish.attachment-missing',
]

/** Records that a person must decide. `seen` is what the target was found to hold, after a conflict. */
export async function recordParked(
  records: Records,
  entry: Entry,
  failure: TryFailure,
  seen: Entry['seen'],
): Promise<TrySignal> {
  await records.outbox.advance(entry.id, { kind: 'park', problem: describeProblem(records, failure), seen })
  await letOvertake(records, entry.id)
  return ANSWERED
}

/** Drops an entry that waits again although a withdrawal stands behind it. */
async function letOvertake({ outbox }: Records, id: string): Promise<void> {
  const entry = outbox.get(id)
  const isIdle = entry?.state === 'queued' || entry?.state === 'paused' || entry?.state === 'parked'
  if (entry !== null && isIdle && hasWithdrawalBehind(outbox.list(), entry)) await outbox.remove(id)
}

function describeProblem({ clock }: Records, { code, detail }: TryFailure): Problem {
  return { code, detail, at: toIso(clock.now()) }
}

function getDue({ clock, random }: Records, entry: Entry, { retryAfter }: TryFailure): string {
  return toIso(clock.now() + computeBackoff(entry.failures, random, retryAfter))
}

function getSignal(failure: TryFailure): TrySignal {
  if (failure.code === 'publish.not-sent') return { kind: 'unreachable' }
  const isTrouble = failure.code === 'publish.outcome-unknown' || failure.code === 'publish.busy'
  return isTrouble ? { kind: 'trouble', retryAfter: failure.retryAfter } : ANSWERED
}
