import { isRedaksiError } from '../base/errors.ts'
import type { Newsroom } from './newsroom.ts'
import { startRepeating, type RepeatOptions } from './repeat.ts'
import { openSettings } from './settings.ts'

/**
 * Keeps histories from growing without end. It promises who writes that neither a key nor a save waits for it, and the
 * office that what a person named, or what was signed off, published or handed over, stays for good.
 */

/** All histories are looked at in so many runs, so that one run is short however many drafts there are. */
const PARTS = 24
/** The start belongs to the person who writes. */
const FIRST_AFTER = 60_000
const EVERY = 3_600_000
/** Between two drafts, in milliseconds: what a person asks for meanwhile comes first. */
const PAUSE = 2

/** Revisions that were removed, by their drafts. */
export type Thinned = ReadonlyMap<string, readonly number[]>

/** Thins the histories of the next part of the drafts. One that cannot be read now keeps all it has. */
export async function thinNextPart(newsroom: Newsroom, signal?: AbortSignal): Promise<Thinned> {
  const { library, surroundings } = newsroom
  const settings = openSettings(surroundings.configFolder)
  const part = ((((await settings.read()).thinned ?? {})[library.id] ?? -1) + 1) % PARTS
  const thinned = new Map<string, readonly number[]>()
  const [outbox, ids] = [await listQueued(newsroom), await listAll(newsroom)]
  for (const id of ids.filter((each) => getPart(each) === part)) {
    if (signal?.aborted === true) break
    const removed = await thinOne(newsroom, id, outbox.get(id) ?? [])
    if (removed.length > 0) thinned.set(id, removed)
    await new Promise((resolve) => setTimeout(resolve, PAUSE))
  }
  // What was stopped begins anew at the next start.
  if (signal?.aborted === true) return thinned
  await settings.change((known) => ({ ...known, thinned: { ...known.thinned, [library.id]: part } }))
  return thinned
}

/** By the end of an id, which is random. */
function getPart(id: string): number {
  return Number.parseInt(id.slice(-4), 16) % PARTS
}

async function listAll({ library: { drafts } }: Newsroom): Promise<readonly string[]> {
  return [...(await drafts.listIds()), ...(await drafts.listIds({ status: 'trashed' }))]
}

/** The revisions that are on their way, by their drafts. */
async function listQueued({ publisher }: Newsroom): Promise<ReadonlyMap<string, readonly number[]>> {
  const queued = new Map<string, readonly number[]>()
  for (const { draft, revision } of await publisher.entries())
    queued.set(draft, [...(queued.get(draft) ?? []), revision])
  return queued
}

async function thinOne(
  { library, publisher }: Newsroom,
  id: string,
  queued: readonly number[],
): Promise<readonly number[]> {
  try {
    return await library.drafts.thinHistory(id, async () => {
      const [article] = await publisher.ledger(id)
      return [...queued, ...(article?.records ?? []).map(({ revision }) => revision)]
    })
  } catch (error) {
    // A damaged draft or ledger is said where it is met, and by the doctor.
    if (isRedaksiError(error)) return []
    throw error
  }
}

/** Thins a part of the histories soon after the start and then every hour. Stops when what it is at is done. */
export function startHistoryKeeper(options: Pick<RepeatOptions, 'newsroom' | 'onBug'>): () => Promise<void> {
  const work = async (signal: AbortSignal) => void (await thinNextPart(options.newsroom, signal))
  return startRepeating({ ...options, work, firstAfter: FIRST_AFTER, every: EVERY, at: 'history' })
}
