import { z } from 'zod'
import { declareOffer, typed } from '../../base/offer.ts'
import { draftIdSchema, type EntrySummary } from './entry.ts'
import type { Ledger, LedgerRecord } from './ledger.ts'
import type { Target } from './target.ts'

/**
 * The way to the targets. `unknown`: none was tried since the start. `offline`: none answered its last try.
 * `waiting`: entries that are not done and not parked. `parked`: those that need a person.
 */
export interface Connection {
  readonly state: 'online' | 'offline' | 'unknown'
  readonly waiting: number
  readonly parked: number
  /** Why nothing leaves at all, as a code: this machine's own disk, say. It is tried again by itself. Null if all is well. */
  readonly problem: string | null
}

/** What is known to be at the targets of a story; `targets` is the newest record of each. */
export interface StoryLedger extends Ledger {
  readonly targets: readonly LedgerRecord[]
}

const nothing = z.strictObject({})
const id = draftIdSchema

/** What publishing offers to the interface. What is queued leaves by itself, as soon as the way is open. */
export const publishOffer = declareOffer({
  methods: {
    targets: { input: nothing, reply: typed<readonly Target[]>() },
    /** Queues the approved revision for the named targets, or for all. Asked again, it returns the same entries. */
    publish: {
      input: z.strictObject({ id, targets: z.array(z.string()).max(100).exactOptional() }),
      reply: typed<readonly EntrySummary[]>(),
    },
    withdraw: {
      input: z.strictObject({ id, reason: z.string().min(1).max(10_000) }),
      reply: typed<readonly EntrySummary[]>(),
    },
    entries: { input: nothing, reply: typed<readonly EntrySummary[]>() },
    retry: { input: z.strictObject({ entry: z.uuid().lowercase() }), reply: typed<EntrySummary>() },
    /** With `force`, also an entry that may have been sent already. */
    drop: {
      input: z.strictObject({ entry: z.uuid().lowercase(), force: z.boolean().exactOptional() }),
      reply: typed<null>(),
    },
    /** Tries at once what waits, whatever it waits for; what comes of it is told by events. */
    sync: { input: nothing, reply: typed<Connection>() },
    /** What every target is known to hold of a story; null when it never went anywhere. */
    ledger: { input: z.strictObject({ id }), reply: typed<StoryLedger | null>() },
    connection: { input: nothing, reply: typed<Connection>() },
  },
  events: {
    /** An entry was added, has moved or is gone, or a target answers again or no longer. */
    outboxChanged: typed<Connection>(),
  },
})
