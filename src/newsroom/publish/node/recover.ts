import { toIso, type Clock } from '../../../base/clock.ts'
import type { Entry } from '../entry.ts'
import { findOvertaken } from '../turns.ts'
import type { Ledgers } from './ledgers.ts'
import type { Outbox } from './outbox.ts'

/**
 * Brings the outbox in order after a process was killed. What is in the ledger has left the outbox; what was being sent
 * has an unknown outcome; what a withdrawal overtook is dropped. Called when nothing is being sent.
 */
export async function recoverOutbox(outbox: Outbox, ledgers: Ledgers, clock: Clock): Promise<void> {
  for (const entry of outbox.list()) {
    if (await isRecorded(entry, ledgers)) await outbox.remove(entry.id)
    else if (entry.state === 'sending') {
      const problem = { code: 'publish.outcome-unknown', detail: 'stopped', at: toIso(clock.now()) }
      await outbox.advance(entry.id, { kind: 'lost', problem, dueAt: null })
    }
  }
  for (const { id } of findOvertaken(outbox.list())) await outbox.remove(id)
}

async function isRecorded(entry: Entry, ledgers: Ledgers): Promise<boolean> {
  const { records } = await ledgers.read(entry.draft)
  return records.some((record) => record.entry === entry.id)
}
