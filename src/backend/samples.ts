import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { RedaksiError } from '../base/errors.ts'
import { resolveResource } from '../base/node/resources.ts'
import { getDraftStatus, type Draft } from '../newsroom/drafts/index.ts'
import type { Target } from '../newsroom/publish/index.ts'
import type { BackendErrorCode } from './contract.ts'
import { digestStory, importFiles } from './import-files.ts'
import type { Newsroom } from './newsroom.ts'
import { readStories } from './read-stories.ts'
import { readStarterHouse } from './setup.ts'

/**
 * The sample stories of an invented office. They promise whoever looks around that no sample is taken for news: each is
 * known by the digest of its text as it came, goes nowhere but to a site or a folder on this machine, and is gone in one step. One
 * that a person has changed is theirs, and stays.
 */

const FILE = fileURLToPath(resolveResource('samples/berita-contoh.txt'))

/** Whose name the approved sample bears: the desk of the invented office. */
const DESK = 'ed'

/** The digests of the samples, as they come, in their order. They are in the forms of the office that they are about. */
async function readDigests({ surroundings }: Newsroom): Promise<readonly string[]> {
  const house = await readStarterHouse()
  const { stories } = readStories(await readFile(FILE, 'utf8'), FILE, { house, surroundings }, {})
  return stories.map(({ story }) => digestStory(story, house))
}

/** The ids of the samples in the library, in their order, those in the trash among them. */
export async function findSamples(newsroom: Newsroom): Promise<readonly string[]> {
  const found: string[] = []
  for (const digest of await readDigests(newsroom)) {
    const id = await newsroom.library.drafts.findBySource(digest)
    if (id !== null) found.push(id)
  }
  return found
}

/**
 * Brings in the samples that are missing, takes those in the trash out of it, and gives untouched ones the states that
 * a desk has: a draft, one in review, one signed off. Returns their ids. Fails as drafts are written.
 */
export async function addSamples(newsroom: Newsroom): Promise<readonly string[]> {
  const { drafts } = newsroom.library
  const house = await readStarterHouse()
  await importFiles({ ...newsroom, house }, [FILE], {})
  const ids = await findSamples(newsroom)
  for (const [i, id] of ids.entries()) {
    const draft = await drafts.read(id)
    if (draft.trashedAt !== null) await drafts.untrash(id)
    if (!isAsItCame(draft)) continue
    if (i === 1) await drafts.markInReview(id)
    if (i === 2) await drafts.signOff(id, { by: DESK, revision: draft.revision })
  }
  return ids
}

/** What became of the samples: which went to the trash, and which a person has made theirs. */
export interface RemovedSamples {
  readonly removed: readonly string[]
  readonly kept: readonly { readonly id: string; readonly headline: string }[]
}

/** Puts untouched samples into the trash; one that was written in or published stays. Fails as drafts are written. */
export async function removeSamples(newsroom: Newsroom): Promise<RemovedSamples> {
  const { drafts } = newsroom.library
  const removed: string[] = []
  const kept: { id: string; headline: string }[] = []
  for (const id of await findSamples(newsroom)) {
    const draft = await drafts.read(id)
    if (draft.trashedAt !== null) continue
    if (draft.revision > 1 || (await wasPublished(newsroom, id)))
      kept.push({ id, headline: draft.story.headline })
    else {
      await drafts.trash(id)
      removed.push(id)
    }
  }
  return { removed, kept }
}

/**
 * Refuses to send a sample anywhere but to a site or a folder on this machine: `desk.sample` {id, targets}. A copy of it is a story
 * like any other.
 */
export async function checkSample(newsroom: Newsroom, draft: Draft, names: readonly string[]): Promise<void> {
  const { source } = draft
  if (source === null || !(await readDigests(newsroom)).includes(source.sha256)) return
  const targets = await newsroom.targets.list()
  const outside = targets.filter((target) => names.includes(target.name) && !isAtThisMachine(target))
  if (outside.length === 0) return
  const words = outside.map(({ name }) => name).join(', ')
  throw new RedaksiError<BackendErrorCode>('desk.sample', { id: draft.id, targets: words })
}

function isAtThisMachine({ type, url }: Target): boolean {
  return type === 'folder' || URL.parse(url)?.hostname === '127.0.0.1'
}

function isAsItCame(draft: Draft): boolean {
  return draft.revision === 1 && getDraftStatus({ ...draft, trashedAt: null }, 'none') === 'draft'
}

async function wasPublished({ publisher }: Newsroom, id: string): Promise<boolean> {
  const [article] = await publisher.ledger(id)
  return article !== undefined || (await publisher.entries()).some(({ draft }) => draft === id)
}
