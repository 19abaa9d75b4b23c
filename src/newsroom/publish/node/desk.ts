import type { Clock } from '../../../base/clock.ts'
import { RedaksiError } from '../../../base/errors.ts'
import type { RandomBytes } from '../../../base/ids.ts'
import type { PublishErrorCode } from '../contract.ts'
import type { Entry } from '../entry.ts'
import { moveToQuarantine } from './folders.ts'
import { openLedgers, type Ledgers } from './ledgers.ts'
import { openOutbox, type Outbox } from './outbox.ts'
import type { QueueServices } from './queue.ts'
import { createSerial } from './serial.ts'
import type { Run } from './sync.ts'

export interface DeskOptions {
  /** The library's folder. */
  readonly folder: string
  /** `read` beside the process that writes: everything is read anew each time, and nothing is mended. */
  readonly mode: 'read' | 'write'
  readonly clock: Clock
  readonly random: RandomBytes
  /** Hears that a story's entries or its ledger have changed, once that is on the disk. */
  readonly onChange?: (draft: string) => void
  /** Hears of what stops nothing but a person should know: a damaged file that was put in quarantine. */
  readonly onWarning?: (warning: RedaksiError) => void
}

/** What a publisher's calls share: the stores, the run under way, and one change at a time. */
export interface Desk {
  readonly ledgers: Ledgers
  readOutbox(): Promise<Outbox>
  /** Runs a change after the ones before it. Fails with `drafts.read-only` where nothing may be written. */
  change<Result>(task: (services: QueueServices) => Promise<Result>): Promise<Result>
  /** The newest run, which may have ended. */
  run: Run | null
  /** Hears of every entry that was stored or removed. */
  onEntry: (entry: Entry) => void
}

/** Opens the desk of a library; nothing is read yet. */
export function openDesk(options: DeskOptions): Desk {
  const { folder, mode, clock, random, onChange, onWarning } = options
  const inTurn = createSerial()
  const warn = (code: PublishErrorCode, path: string) => onWarning?.(new RedaksiError(code, { path }))
  let opened: Promise<Outbox> | null = null

  const openToRead = () => openOutbox(folder, noteEntry)
  const openToWrite = async (): Promise<Outbox> => {
    const outbox = await openToRead()
    for (const path of outbox.damaged)
      warn('publish.entry-damaged', await moveToQuarantine(folder, 'outbox', path))
    return outbox
  }
  const readOutbox = () => (mode === 'read' ? openToRead() : (opened ??= openToWrite()))
  const desk: Desk = {
    ledgers: openLedgers(folder, (path) => warn('publish.ledger-damaged', path)),
    readOutbox,
    change: (task) =>
      inTurn(async () => {
        if (mode === 'read') throw new RedaksiError('drafts.read-only', { folder })
        const outbox = await readOutbox()
        return task({
          outbox,
          ledgers: desk.ledgers,
          clock,
          random,
          isOut: (id) => desk.run?.isOut(id) ?? false,
        })
      }),
    run: null,
    onEntry: () => undefined,
  }
  function noteEntry(entry: Entry): void {
    onChange?.(entry.draft)
    desk.onEntry(entry)
    desk.run?.wake()
  }
  return desk
}
