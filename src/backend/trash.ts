import { isRedaksiError, RedaksiError } from '../base/errors.ts'
import { toIso } from '../base/clock.ts'
import { listHoldings } from '../newsroom/publish/index.ts'
import type { BackendErrorCode } from './contract.ts'
import type { Newsroom } from './newsroom.ts'
import { startRepeating, type RepeatOptions } from './repeat.ts'

/**
 * What is deleted for good. It promises the office that nothing goes which readers can still see, or which is on its way
 * to them: the draft is what a correction or a withdrawal is made from. What the ledger knows of it stays.
 */

/** Fails with `desk.still-public`, `desk.still-queued` or `drafts.not-trashed` {id}, and as a file is written. */
export async function removeDraft({ library, publisher }: Newsroom, id: string): Promise<void> {
  const [article] = await publisher.ledger(id)
  if (listHoldings(article?.records ?? []).some(({ kind }) => kind !== 'withdraw'))
    throw new RedaksiError<BackendErrorCode>('desk.still-public', { id })
  if ((await publisher.entries()).some((entry) => entry.draft === id))
    throw new RedaksiError<BackendErrorCode>('desk.still-queued', { id })
  await library.drafts.remove(id)
}

const DAY = 86_400_000

/**
 * Deletes what has been in the trash for longer than the office keeps it. One that cannot go stays for the next time,
 * and says why where it is deleted by hand. Returns what went.
 */
export async function removeExpired(newsroom: Newsroom, signal?: AbortSignal): Promise<readonly string[]> {
  const { library, overlay, surroundings } = newsroom
  const days = await library.readTrashDays()
  if (days === null) return []
  await overlay.bringInStep()
  const removed: string[] = []
  for (const id of await library.drafts.findExpired(toIso(surroundings.clock.now() - days * DAY))) {
    if (signal?.aborted === true) break
    try {
      await removeDraft(newsroom, id)
      removed.push(id)
    } catch (error) {
      if (!isRedaksiError(error)) throw error
    }
  }
  return removed
}

export interface TrashKeeperOptions extends Pick<RepeatOptions, 'newsroom' | 'onBug'> {
  readonly tell: (id: string) => void
}

/** The start is for the person who waits: the trash can. */
const FIRST_AFTER = 5_000

/** Empties the trash of what is too old, soon after the start and then daily. Stops when what it is at is done. */
export function startTrashKeeper({ tell, ...options }: TrashKeeperOptions): () => Promise<void> {
  const work = async (signal: AbortSignal) => (await removeExpired(options.newsroom, signal)).forEach(tell)
  return startRepeating({ ...options, work, firstAfter: FIRST_AFTER, every: DAY, at: 'trash' })
}
