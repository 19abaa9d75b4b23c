import type { DraftStore } from '../newsroom/drafts/node/index.ts'
import type { EntrySummary } from '../newsroom/publish/index.ts'

/**
 * Tells the list of drafts what the outbox and the ledger say of them. Changes come in bursts, a sync of a thousand
 * stories say: they are told together, and the list is brought in step before it is read.
 */
export interface Overlay {
  /** A story's entries or its ledger have changed on the disk. */
  note(draft: string): void
  /** Resolves when the list knows all that was noted. */
  settle(): Promise<void>
  /** As `settle`, and also tells what was in the outbox when this process started. */
  bringInStep(): Promise<void>
}

type Drafts = Pick<DraftStore, 'refresh' | 'setQueuedStatuses'>

/** Starts with nothing told. */
export function createOverlay(drafts: Drafts, readEntries: () => Promise<readonly EntrySummary[]>): Overlay {
  const noted = new Set<string>()
  let isTold = false
  let telling: Promise<void> = Promise.resolve()

  async function tell(): Promise<void> {
    const changed = [...noted]
    noted.clear()
    isTold = true
    const entries = await readEntries()
    await drafts.setQueuedStatuses(new Map(entries.map((entry) => [entry.draft, 'queued'])))
    for (const draft of changed) await drafts.refresh(draft)
  }
  const settle = () =>
    (telling = telling.catch(() => undefined).then(() => (noted.size > 0 ? tell() : undefined)))
  return {
    note: (draft) => void noted.add(draft),
    settle,
    bringInStep: () => (isTold ? settle() : (telling = telling.then(tell))),
  }
}
