import { getAssociationDigest, listNinjsAttachments, listNinjsPhotos } from '../../formats/index.ts'
import { SECRETLESS_CODES, type TryErrorCode } from '../contract.ts'
import type { Entry } from '../entry.ts'
import { readTryFailure, type TryFailure } from '../failure.ts'
import { RedaksiError } from '../../../base/errors.ts'
import { judgeHeld, type Judgement } from '../judgement.ts'
import { getHolding } from '../ledger.ts'
import type { Held, TargetAdapter } from '../target.ts'
import { hasWithdrawalBehind } from '../turns.ts'
import { digestPayload } from './digest.ts'
import {
  ANSWERED,
  recordDone,
  recordFailure,
  recordParked,
  recordPhotoFailure,
  recordSilence,
  type Records,
  type TrySignal,
} from './outcomes.ts'

/**
 * One try of one entry. It promises that no write leaves before the entry says so on the disk, that no second one
 * leaves before the target was asked what it holds, and that an answer is on the disk before anything follows from it.
 * The photos and attachments of a story are there before the story is.
 */
export interface DeliveryOptions extends Records {
  /** Off only in the test that shows what it is good for. */
  readonly lookUpBeforeResend: boolean
  /** Hears of every entry for which a write has left. */
  readonly onSent: (id: string) => void
  /** The bytes of an outgoing photo, by their SHA-256. */
  readonly readPhoto: (sha256: string) => Promise<Uint8Array>
  /** The bytes of an attachment, by their SHA-256. */
  readonly readAttachment: (sha256: string) => Promise<Uint8Array>
}

/** Tries an entry once. Throws only when this machine's own disk fails. */
export async function deliver(
  entry: Entry,
  adapter: TargetAdapter,
  options: DeliveryOptions,
): Promise<TrySignal> {
  const base = entry.seen === null ? await findBase(entry, options) : entry.seen.version
  const mustLookUp = entry.attempts > 0 || (entry.kind === 'withdraw' && base === null)
  if (!mustLookUp || !options.lookUpBeforeResend)
    return send(entry, adapter, { base, lookedUp: mustLookUp }, options)
  const looked = await call(() => adapter.lookUp(entry.draft))
  if (!looked.ok) return recordSilence(options, entry, looked.failure)
  const judgement = judge(entry, looked.value, base)
  if (judgement.kind === 'done') return recordDone(options, entry, judgement)
  if (judgement.kind === 'moot' || hasWithdrawalBehind(options.outbox.list(), entry)) {
    await options.outbox.remove(entry.id)
    return ANSWERED
  }
  if (judgement.kind === 'send')
    return send(entry, adapter, { base: judgement.base, lookedUp: true }, options)
  return recordParked(options, entry, CONFLICT, { version: judgement.seen })
}

const CONFLICT: TryFailure = { code: 'publish.conflict', detail: '', retryAfter: null }

interface Sending {
  readonly base: string | null
  readonly lookedUp: boolean
}

async function send(
  entry: Entry,
  adapter: TargetAdapter,
  { base, lookedUp }: Sending,
  options: DeliveryOptions,
): Promise<TrySignal> {
  const missing = await sendFiles(entry, adapter, options)
  if (missing !== null) return recordPhotoFailure(options, entry, missing)
  const sending = await options.outbox.advance(entry.id, { kind: 'send', lookedUp })
  if (sending === null) return ANSWERED
  const sent = await call(() => write(sending, adapter, base))
  if (sent.ok || !NEVER_LEFT.includes(sent.failure.code)) options.onSent(entry.id)
  if (sent.ok) return recordDone(options, sending, sent.value)
  if (sent.failure.code !== 'publish.conflict') return recordFailure(options, sending, sent.failure)
  // What the target holds tells whether the conflict is with our own article, come twice.
  const looked = await call(() => adapter.lookUp(entry.draft))
  if (!looked.ok) return recordSilence(options, sending, looked.failure)
  const judgement = judge(sending, looked.value, base)
  if (judgement.kind === 'done') return recordDone(options, sending, judgement)
  return recordParked(options, sending, sent.failure, { version: looked.value?.version ?? null })
}

/** Brings the files of an article to the target, one after the other. The first failure, or null when all are there. */
async function sendFiles(
  { payload }: Entry,
  adapter: TargetAdapter,
  { readPhoto, readAttachment }: DeliveryOptions,
): Promise<TryFailure | null> {
  if (payload.kind !== 'article') return null
  const { article } = payload
  const send = (
    sha256: string,
    put: TargetAdapter['putPhoto'],
    read: (sha256: string) => Promise<Uint8Array>,
    code: TryErrorCode,
  ) =>
    call(() =>
      put(sha256, () =>
        read(sha256).catch((cause: unknown) => {
          throw new RedaksiError<TryErrorCode>(code, { detail: sha256 }, cause)
        }),
      ),
    )
  for (const sha256 of new Set(listNinjsPhotos(article).map(getAssociationDigest))) {
    const sent = await send(sha256, adapter.putPhoto, readPhoto, 'publish.photo-missing')
    if (!sent.ok) return sent.failure
  }
  for (const sha256 of new Set(listNinjsAttachments(article).map(getAssociationDigest))) {
    const sent = await send(sha256, adapter.putAttachment, readAttachment, 'publish.attachment-missing')
    if (!sent.ok) return sent.failure
  }
  return null
}

const NEVER_LEFT = ['publish.not-sent', ...SECRETLESS_CODES]

type Called<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly failure: TryFailure }

/** Calls an adapter. Only its failures are told this way; those of our own disk are thrown. */
async function call<Value>(ask: () => Promise<Value>): Promise<Called<Value>> {
  try {
    return { ok: true, value: await ask() }
  } catch (error) {
    return { ok: false, failure: readTryFailure(error) }
  }
}

function write({ draft, payload }: Entry, adapter: TargetAdapter, base: string | null): Promise<Held> {
  if (payload.kind === 'article') return adapter.putArticle(payload.article, base)
  return adapter.withdraw(draft, payload.reason, base)
}

function judge(entry: Entry, held: Held | null, base: string | null): Judgement {
  return judgeHeld(entry.kind, digestPayload(entry.payload), held, base)
}

async function findBase(entry: Entry, { ledgers }: DeliveryOptions): Promise<string | null> {
  return getHolding(await ledgers.read(entry.draft), entry.target)?.version ?? null
}
